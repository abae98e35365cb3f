package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.learning.Initialisation;

class InitialWeightsTest {
    /** The products of the fewer of rows and columns with one another are gain² times the identity. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "10, 240, 1", "240, 10, 1.41", "64, 64, 0.5", "240, 784, 1"})
    void everySingularValueOfAnOrthogonalMatrixIsTheGain(int rows, int columns, double gain) {
        double[] w = draw(new Initialisation.Orthogonal(gain), 5, rows, columns);
        int few = Math.min(rows, columns);
        int many = Math.max(rows, columns);
        int step = rows <= columns ? 1 : columns;
        int next = rows <= columns ? columns : 1;
        for (int i = 0; i < few; i++) {
            for (int j = 0; j <= i; j++) {
                double product = 0;
                for (int k = 0; k < many; k++) {
                    product += w[i * next + k * step] * w[j * next + k * step];
                }
                assertEquals(i == j ? gain * gain : 0, product, 1e-6 * gain * gain);
            }
        }
    }

    /** Uniform over the orthogonal matrices: of 1 × 1 both, of larger ones a determinant of either sign. */
    @Test
    void orthogonalMatricesMayReflect() {
        int positive = 0;
        int reflections = 0;
        for (int key = 0; key < 400; key++) {
            positive += draw(new Initialisation.Orthogonal(1), key, 1, 1)[0] > 0 ? 1 : 0;
            double[] w = draw(new Initialisation.Orthogonal(1), key, 2, 2);
            reflections += w[0] * w[3] - w[1] * w[2] < 0 ? 1 : 0;
        }
        assertEquals(200, positive, 40);
        assertEquals(200, reflections, 40);
    }

    @Test
    void uniformWeightsFillTheirRangeEvenly() {
        double[] w = draw(new Initialisation.Uniform(1), 6, 300, 300);
        double range = Math.sqrt(6.0 / 600);
        assertTrue(Arrays.stream(w).allMatch(x -> Math.abs(x) < range));
        assertTrue(Arrays.stream(w).max().orElseThrow() > 0.999 * range);
        assertEquals(0, Arrays.stream(w).average().orElseThrow(), 4 * range / Math.sqrt(3.0 * w.length));
        assertEquals(range * range / 3, variance(w), 0.015 * range * range / 3);
        double[] twice = draw(new Initialisation.Uniform(2), 6, 300, 300);
        assertEquals(2 * w[17], twice[17], 1e-8);
    }

    @Test
    void gaussianWeightsHaveTheirDeviation() {
        double[] w = draw(new Initialisation.Gaussian(0.1), 7, 300, 300);
        assertEquals(0, Arrays.stream(w).average().orElseThrow(), 4 * 0.1 / 300);
        // four standard deviations of a variance of 90,000 numbers
        assertEquals(0.01, variance(w), 0.01 * 4 * Math.sqrt(2.0 / w.length));
        assertTrue(Arrays.stream(w).max().orElseThrow() > 0.35);
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Bench#all")
    void theKeyAloneDecidesWhicheverKernelsThereAre(Bench bench) {
        for (Initialisation from : new Initialisation[] {
            new Initialisation.Orthogonal(1), new Initialisation.Uniform(1), new Initialisation.Gaussian(1)
        }) {
            Matrix weights = bench.matrix(20, 30);
            InitialWeights.draw(from, 5, weights);
            assertArrayEquals(draw(from, 5, 20, 30), weights.toDoubles());
            assertFalse(Arrays.equals(draw(from, 6, 20, 30), weights.toDoubles()));
        }
    }

    private static double variance(double[] w) {
        return Arrays.stream(w).map(x -> x * x).average().orElseThrow();
    }

    private static double[] draw(Initialisation from, long key, int rows, int columns) {
        Matrix weights = Backend.fused().state(rows, columns);
        InitialWeights.draw(from, key, weights);
        return weights.toDoubles();
    }
}
