package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.model.numerics.Chance.Purpose;

/** The numbers of one draw; bounds are four standard deviations of the figure unless something else is said. */
class ChanceTest {
    private static final int COUNT = 1_000_000;

    /** Checkpoints, traces and published figures rest on these. */
    @Test
    void theNumbersAreForEver() {
        long key = Chance.key(1, Purpose.FEEDBACK_NOISE, 2, 3);
        assertEquals(7621882351548900413L, key);
        float[] numbers = new float[4];
        Chance.uniforms(key, numbers, 4);
        assertArrayEquals(new float[] {0.943773f, 0.2179566f, -0.484505f, 0.8050063f}, numbers);
        Chance.normals(key, numbers, 4);
        assertArrayEquals(new float[] {1.9092716f, 0.276657f, -0.6503055f, 1.2959471f}, numbers);
    }

    @Test
    void aKeyTellsSeedPurposePlaceAndCountApart() {
        long key = Chance.key(1, Purpose.FEEDBACK_NOISE, 2, 3);
        assertNotEquals(key, Chance.key(2, Purpose.FEEDBACK_NOISE, 2, 3));
        assertNotEquals(key, Chance.key(1, Purpose.INPUT_NOISE, 2, 3));
        assertNotEquals(key, Chance.key(1, Purpose.FEEDBACK_NOISE, 3, 3));
        assertNotEquals(key, Chance.key(1, Purpose.FEEDBACK_NOISE, 2, 4));
        assertNotEquals(Chance.key(1, Purpose.FEEDBACK_NOISE, 3, 2), key);
    }

    @Test
    void aNumberDependsOnItsIndexAndNotOnHowManyAreAskedFor() {
        float[] few = new float[100];
        float[] many = new float[200_000];
        Chance.normals(5, many, many.length);
        Chance.normals(5, few, few.length);
        assertArrayEquals(Arrays.copyOf(many, few.length), few);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void uniformsAreEvenSymmetricAndNeverZero(long seed) {
        float[] x = new float[COUNT];
        Chance.uniforms(Chance.key(seed, Purpose.FORWARD_WEIGHTS, 1, 0), x, COUNT);
        int[] bins = new int[100];
        double sum = 0;
        for (float number : x) {
            assertTrue(number != 0 && Math.abs(number) < 1);
            bins[(int) ((number + 1) * 50)]++;
            sum += number;
        }
        assertEquals(0, sum / COUNT, 4 * Math.sqrt(1.0 / 3 / COUNT));
        double chiSquare = Arrays.stream(bins)
                .mapToDouble(n -> Math.pow(n - COUNT / 100.0, 2) / (COUNT / 100.0))
                .sum();
        assertEquals(99, chiSquare, 4 * Math.sqrt(2 * 99));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void normalsHaveTheMomentsOfTheNormalDistribution(long seed) {
        float[] z = normals(seed, 1);
        double[] powers = new double[5];
        for (float number : z) {
            double power = 1;
            for (int k = 0; k < powers.length; k++) {
                powers[k] += power / COUNT;
                power *= number;
            }
        }
        // the variances of z, z², z³ and z⁴ are 1, 2, 15 and 96
        assertEquals(0, powers[1], 4 * Math.sqrt(1.0 / COUNT));
        assertEquals(1, powers[2], 4 * Math.sqrt(2.0 / COUNT));
        assertEquals(0, powers[3], 4 * Math.sqrt(15.0 / COUNT));
        assertEquals(3, powers[4], 4 * Math.sqrt(96.0 / COUNT));
    }

    /** Kolmogorov and Smirnov: √n D exceeds 1.95 once in a thousand times. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void normalsFollowTheNormalDistribution(long seed) {
        float[] z = normals(seed, 1);
        Arrays.sort(z);
        double distance = 0;
        for (int i = 0; i < COUNT; i++) {
            double expected = Normal.cumulative(z[i]);
            distance = Math.max(distance, Math.max(expected - (double) i / COUNT, (i + 1.0) / COUNT - expected));
        }
        assertTrue(distance * Math.sqrt(COUNT) < 1.95, distance + "");
    }

    /** Of sixteen million, beyond 4 σ and beyond 5 σ. */
    @Test
    void theTailsAreInProportion() {
        int beyondFour = 0;
        int beyondFive = 0;
        for (int draw = 1; draw <= 16; draw++) {
            for (float number : normals(7, draw)) {
                beyondFour += Math.abs(number) > 4 ? 1 : 0;
                beyondFive += Math.abs(number) > 5 ? 1 : 0;
            }
        }
        double four = 16 * COUNT * 2 * (1 - Normal.cumulative(4));
        double five = 16 * COUNT * 2 * (1 - Normal.cumulative(5));
        assertEquals(four, beyondFour, 4 * Math.sqrt(four));
        assertEquals(five, beyondFive, 4 * Math.sqrt(five));
    }

    private static float[] normals(long seed, long count) {
        float[] z = new float[COUNT];
        Chance.normals(Chance.key(seed, Purpose.FEEDBACK_NOISE, 1, count), z, COUNT);
        return z;
    }
}
