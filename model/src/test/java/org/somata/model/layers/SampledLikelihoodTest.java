package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.model.layers.FiniteDifferences.assertGradient;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.somata.model.Dense;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/** L = −ln (1/M) Σ_m p_m, draws of an example in the same row of M blocks. */
class SampledLikelihoodTest {
    private static final int EXAMPLES = 3;
    private static final int CLASSES = 4;
    private static final int[] LABELS = {2, 0, 3, 77};

    private final Kernels kernels = Backend.doublePrecision();
    private final Matrix sums = kernels.state(1, CLASSES);

    /** Preactivations in (−2, 2). */
    private Matrix preactivations(int draws) {
        SplittableRandom random = new SplittableRandom(draws);
        Matrix a = kernels.matrix(draws * EXAMPLES, CLASSES);
        a.write(random.doubles(a.size(), -2, 2).toArray());
        return a;
    }

    private static double[][] softmax(Matrix a) {
        double[][] h = Dense.of(a);
        for (double[] row : h) {
            double total = Arrays.stream(row).map(Math::exp).sum();
            Arrays.setAll(row, j -> Math.exp(row[j]) / total);
        }
        return h;
    }

    private Matrix outputs(Matrix a) {
        return matrix(softmax(a));
    }

    private Matrix matrix(double[][] rows) {
        Matrix matrix = kernels.matrix(rows.length, rows[0].length);
        Dense.write(rows, matrix);
        return matrix;
    }

    /** Summed over the examples. */
    private static double loss(Matrix a) {
        double[][] h = softmax(a);
        double loss = 0;
        for (int example = 0; example < EXAMPLES; example++) {
            double mean = 0;
            for (int row = example; row < h.length; row += EXAMPLES) {
                mean += h[row][LABELS[example]] * EXAMPLES / h.length;
            }
            loss -= Math.log(mean);
        }
        return loss;
    }

    @Test
    void theGradientIsThatByThePreactivations() {
        for (int draws : new int[] {1, 2, 5}) {
            Matrix a = preactivations(draws);
            Matrix delta = kernels.matrix(a.rows(), CLASSES);
            double found = SampledLikelihood.gradient(outputs(a), LABELS, EXAMPLES, delta, sums);
            assertEquals(loss(a), found, 1e-12);
            assertGradient(() -> loss(a), a, delta.toDoubles(), 1.0 / EXAMPLES);
            double[] columns = new double[CLASSES];
            for (double[] row : Dense.of(delta)) {
                Arrays.setAll(columns, j -> columns[j] + row[j]);
            }
            assertArrayEquals(columns, sums.toDoubles(), 1e-15);
        }
    }

    @Test
    void ofOneDrawItIsThatOfTheOutputLoss() {
        Matrix output = outputs(preactivations(1));
        Matrix delta = kernels.matrix(EXAMPLES, CLASSES);
        Matrix expected = kernels.matrix(EXAMPLES, CLASSES);
        Matrix expectedSums = kernels.state(1, CLASSES);
        double loss = kernels.outputGradient(
                OutputLoss.SOFTMAX_CROSS_ENTROPY, output, Arrays.copyOf(LABELS, EXAMPLES), expected, expectedSums);
        assertEquals(loss, SampledLikelihood.gradient(output, LABELS, EXAMPLES, delta, sums), 1e-12);
        assertArrayEquals(expected.toDoubles(), delta.toDoubles(), 1e-15);
        assertArrayEquals(expectedSums.toDoubles(), sums.toDoubles(), 1e-15);
    }

    /** Two examples, two draws; a draw that the label is likelier with weighs more: p of 0.2 and 0.6, of 0.5 and 0.1. */
    @Test
    void twoDrawsByHand() {
        Matrix output = matrix(new double[][] {{0.2, 0.3, 0.5}, {0.4, 0.5, 0.1}, {0.6, 0.4, 0}, {0.1, 0.1, 0.8}});
        Matrix delta = kernels.matrix(4, 3);
        Matrix columns = kernels.state(1, 3);
        double loss = SampledLikelihood.gradient(output, new int[] {0, 1}, 2, delta, columns);
        assertEquals(-Math.log(0.4) - Math.log(0.3), loss, 1e-12);
        double[] expected = {
            -0.8 / 8, 0.3 / 8, 0.5 / 8,
            0.4 * 5 / 12, -0.5 * 5 / 12, 0.1 * 5 / 12,
            -0.4 * 3 / 8, 0.4 * 3 / 8, 0,
            0.1 / 12, -0.9 / 12, 0.8 / 12
        };
        assertArrayEquals(expected, delta.toDoubles(), 1e-15);
    }

    /** In float32 a softmax can come to 0: in some draws, which then weigh nothing, or in all of them. */
    @Test
    void aProbabilityOfZeroStaysFinite() {
        Kernels narrow = Backend.fused();
        Matrix output = narrow.matrix(4, 3);
        output.write(new double[] {0, 1, 0, 0, 0.5, 0.5, 0.5, 0, 0.5, 0, 1, 0});
        Matrix delta = narrow.matrix(4, 3);
        Matrix columns = narrow.state(1, 3);
        double loss = SampledLikelihood.gradient(output, new int[] {0, 0}, 2, delta, columns);
        assertEquals(-Math.log(0.25) - Math.log(Float.MIN_NORMAL), loss, 1e-6);
        float[] expected = {0, 0, 0, -0.25f, 0.125f, 0.125f, -0.25f, 0, 0.25f, -0.25f, 0.25f, 0};
        assertArrayEquals(expected, delta.toFloats(), 1e-7f);
        assertArrayEquals(new float[] {-0.75f, 0.375f, 0.375f}, columns.toFloats(), 1e-7f);
    }

    @Test
    void aProbabilityThatIsNoNumberIsNotHidden() {
        Matrix output = outputs(preactivations(2));
        double[] values = output.toDoubles();
        values[LABELS[0]] = Double.NaN;
        output.write(values);
        Matrix delta = kernels.matrix(2 * EXAMPLES, CLASSES);
        assertTrue(Double.isNaN(SampledLikelihood.gradient(output, LABELS, EXAMPLES, delta, sums)));
    }
}
