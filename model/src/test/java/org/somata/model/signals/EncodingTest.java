package org.somata.model.signals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.somata.model.learning.Moment;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Chance.Purpose;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/** Signals as bytes: one bit a unit and example, eight to a byte, after a header of fixed size. */
class EncodingTest {
    private static final Kernels KERNELS = Backend.fused();
    private static final Presentation FIRST = new Presentation(1, Presentation.Purpose.LEARN, Moment.START, 1);

    private static Matrix random(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix matrix = KERNELS.matrix(rows, columns);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        matrix.write(values);
        return matrix;
    }

    private static Signal signal(Transmission transmission, Matrix values) {
        return new Transmitter(transmission, 1, Purpose.BITS, 1, 1).signal(MessageKind.ACTIVATION, FIRST, values);
    }

    @ParameterizedTest
    @EnumSource
    void bitsOfEveryLengthTakeAnEighthOfAByteEachAndComeBackAsTheyWere(Levels levels) {
        for (int units = 1; units <= 70; units++) {
            for (int examples : new int[] {1, 2, 3, 8}) {
                Matrix values = random(examples, units, units);
                for (Transmission transmission :
                        new Transmission[] {new Transmission.Sign(levels), new Transmission.Bits(levels)}) {
                    Signal signal = signal(transmission, values);
                    byte[] encoded = Encoding.encode(signal);
                    assertEquals(Encoding.HEADER + (units * examples + 7) / 8, encoded.length);
                    assertEquals((long) units * examples, signal.bits());
                    Signal decoded = Encoding.decode(encoded, KERNELS);
                    assertEquals(signal.getClass(), decoded.getClass());
                    assertArrayEquals(heard(signal, values), heard(decoded, values));
                    assertArrayEquals(encoded, Encoding.encode(decoded));
                }
            }
        }
    }

    private static float[] heard(Signal signal, Matrix like) {
        return signal.heard(KERNELS.matrix(like.rows(), like.columns())).toFloats();
    }

    @Test
    void realValuesTakeFourBytesEach() {
        Matrix values = random(3, 5, 1);
        byte[] encoded = Encoding.encode(new Signal.Real(values));
        assertEquals(Encoding.HEADER + 60, encoded.length);
        Signal.Real decoded = (Signal.Real) Encoding.decode(encoded, KERNELS);
        assertArrayEquals(values.toFloats(), decoded.values().toFloats());
    }

    /** high only if above 0. */
    @Test
    void aSignIsHighOnlyAboveZero() {
        Matrix values = KERNELS.matrix(1, 9);
        values.write(new float[] {
            1,
            0,
            -1,
            -0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY
        });
        assertArrayEquals(
                new float[] {1, 0, 0, 0, 1, 0, 0, 1, 0},
                heard(signal(new Transmission.Sign(Levels.ZERO_ONE), values), values));
        assertArrayEquals(
                new float[] {1, -1, -1, -1, 1, -1, -1, 1, -1},
                heard(signal(new Transmission.Sign(Levels.PLUS_MINUS_ONE), values), values));
    }

    @ParameterizedTest(name = "{0} drawn as {1}: mean {2}")
    @CsvSource({
        "0.3, ZERO_ONE, 0.3",
        "0, ZERO_ONE, 0",
        "1, ZERO_ONE, 1",
        "-0.5, ZERO_ONE, 0",
        "1.5, ZERO_ONE, 1",
        "0.3, PLUS_MINUS_ONE, 0.3",
        "-0.8, PLUS_MINUS_ONE, -0.8",
        "-1, PLUS_MINUS_ONE, -1",
        "2, PLUS_MINUS_ONE, 1"
    })
    void bitsHaveTheMeanOfWhatTheyAreDrawnFromWithinTheirRange(float value, Levels levels, double mean) {
        int size = 100_000;
        Matrix values = KERNELS.matrix(100, size / 100);
        float[] same = new float[size];
        java.util.Arrays.fill(same, value);
        values.write(same);
        double sum = 0;
        for (float drawn : heard(signal(new Transmission.Bits(levels), values), values)) {
            sum += drawn;
        }
        assertEquals(mean, sum / size, mean == (int) mean ? 0 : 0.012);
    }

    /** Draws depend on the presentation, the kind, the sender and the purpose, and on nothing else. */
    @Test
    void everyDrawIsAnother() {
        Matrix half = KERNELS.matrix(4, 32);
        half.write(new float[128]);
        Transmission bits = new Transmission.Bits(Levels.PLUS_MINUS_ONE);
        Presentation second = new Presentation(2, Presentation.Purpose.LEARN, Moment.START, 1);
        float[] first = heard(signal(bits, half), half);
        assertArrayEquals(first, heard(signal(bits, half), half));
        var others = java.util.List.of(
                new Transmitter(bits, 1, Purpose.BITS, 1, 1).signal(MessageKind.ACTIVATION, second, half),
                new Transmitter(bits, 1, Purpose.BITS, 1, 1).signal(MessageKind.TARGET, FIRST, half),
                new Transmitter(bits, 1, Purpose.BITS, 2, 1).signal(MessageKind.ACTIVATION, FIRST, half),
                new Transmitter(bits, 2, Purpose.BITS, 1, 1).signal(MessageKind.ACTIVATION, FIRST, half),
                new Transmitter(bits, 1, Purpose.EVALUATION_BITS, 1, 1).signal(MessageKind.ACTIVATION, FIRST, half));
        for (Signal other : others) {
            float[] drawn = heard(other, half);
            int same = 0;
            for (int i = 0; i < drawn.length; i++) {
                same += drawn[i] == first[i] ? 1 : 0;
            }
            assertEquals(64, same, 30);
        }
    }

    @Test
    void copiesAreFurtherDrawsOfTheSameNumbers() {
        Matrix values = random(3, 5, 2);
        Transmitter end = new Transmitter(new Transmission.Bits(Levels.PLUS_MINUS_ONE), 1, Purpose.BITS, 1, 2000);
        Signal signal = end.signal(MessageKind.ACTIVATION, FIRST, values);
        assertEquals(6000, signal.examples());
        float[] drawn = signal.heard(KERNELS.matrix(6000, 5)).toFloats();
        float[] wanted = values.toFloats();
        for (int unit = 0; unit < 15; unit++) {
            double sum = 0;
            for (int copy = 0; copy < 2000; copy++) {
                sum += drawn[copy * 15 + unit];
            }
            assertEquals(wanted[unit], sum / 2000, 0.09);
        }
        assertEquals(3, end.signal(MessageKind.PROBE, FIRST, values).examples());
    }

    @Test
    void whatIsNoSignalIsRefused() {
        byte[] sound = Encoding.encode(signal(new Transmission.Sign(Levels.ZERO_ONE), random(2, 9, 3)));
        for (int length = 0; length < sound.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(sound, length);
            assertThrows(IllegalArgumentException.class, () -> Encoding.decode(cut, KERNELS));
        }
        for (int at : new int[] {0, 1, 2, 7, 11}) {
            byte[] changed = sound.clone();
            changed[at] ^= (byte) 0x80;
            assertThrows(IllegalArgumentException.class, () -> Encoding.decode(changed, KERNELS), "byte " + at);
        }
        assertThrows(IllegalArgumentException.class, () -> Encoding.encode(new Signal.Empty(1)));
    }
}
