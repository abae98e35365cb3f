package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.learning.OutputLoss;

/** The output layer's kernels against the definitions in {@link OutputLoss}. */
class OutputKernelsTest {
    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Shape#onEveryBench")
    void outputsFollowTheirLoss(Bench bench, Shape shape) {
        for (OutputLoss loss : OutputLoss.values()) {
            double[] a = bench.numbers(shape.size(), -3, 3);
            double[] bias = bench.numbers(shape.columns(), -1, 1);
            double[] expected = outputs(loss, shape, a, bias);
            double[] scale = Arrays.stream(expected).map(h -> Math.max(1, h)).toArray();
            Matrix inPlace = bench.matrix(shape.rows(), shape.columns(), a);
            bench.kernels.activateOutput(loss, inPlace, bench.state(1, shape.columns(), bias), inPlace);
            bench.assertNear(expected, scale, 8, inPlace);
        }
        bench.assertNothingBeyondTouched();
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Shape#onEveryBench")
    void gradientsAreAveragedOverTheBatchAndLossesSummed(Bench bench, Shape shape) {
        for (OutputLoss loss : OutputLoss.values()) {
            double[] a = bench.numbers(shape.size(), -3, 3);
            Matrix output =
                    bench.matrix(shape.rows(), shape.columns(), outputs(loss, shape, a, new double[shape.columns()]));
            double[] h = output.toDoubles();
            int[] labels = bench.labels(shape.rows(), shape.columns());
            double[] expected = new double[h.length];
            double[] sums = new double[shape.columns()];
            double cost = 0;
            for (int i = 0; i < h.length; i++) {
                double wanted = labels[i / shape.columns()] == i % shape.columns() ? 1 : 0;
                expected[i] = loss.slopeOfUnit(h[i], wanted) / shape.rows();
                sums[i % shape.columns()] += expected[i];
                cost += loss.ofUnit(h[i], wanted);
            }
            double[] scale = new double[h.length];
            Arrays.fill(scale, 8.0 / shape.rows());
            Matrix delta = loss == OutputLoss.MEAN_SQUARED_ERROR ? output : bench.matrix(shape.rows(), shape.columns());
            Matrix columns = bench.state(1, shape.columns());
            double got = bench.kernels.outputGradient(loss, output, labels, delta, columns);
            assertEquals(cost, got, cost * bench.sumError + 32 * shape.size() * bench.roundoff, loss.toString());
            bench.assertNear(expected, scale, 4, delta);
            Arrays.fill(scale, 8);
            bench.assertNear(sums, scale, 4 + shape.rows(), columns);
        }
        bench.assertNothingBeyondTouched();
    }

    private static double[] outputs(OutputLoss loss, Shape shape, double[] a, double[] bias) {
        double[] h = new double[a.length];
        for (int from = 0; from < a.length; from += shape.columns()) {
            double total = 0;
            for (int j = 0; j < shape.columns(); j++) {
                double sum = a[from + j] + bias[j];
                h[from + j] = switch (loss) {
                    case SOFTMAX_CROSS_ENTROPY -> Math.exp(sum);
                    case BINOMIAL_CROSS_ENTROPY -> 1 / (1 + Math.exp(-sum));
                    case MEAN_SQUARED_ERROR -> sum;
                };
                total += h[from + j];
            }
            for (int j = 0; loss == OutputLoss.SOFTMAX_CROSS_ENTROPY && j < shape.columns(); j++) {
                h[from + j] /= total;
            }
        }
        return h;
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Bench#all")
    void certaintyCostsWhatFloat32Allows(Bench bench) {
        double most = -Math.log(Float.MIN_NORMAL);
        for (OutputLoss loss : new OutputLoss[] {OutputLoss.SOFTMAX_CROSS_ENTROPY, OutputLoss.BINOMIAL_CROSS_ENTROPY}) {
            double[] saturated = {1000, -1000};
            Matrix output = bench.matrix(1, 2, saturated);
            bench.kernels.activateOutput(loss, output, bench.kernels.state(1, 2), output);
            double right =
                    bench.kernels.outputGradient(loss, output, new int[] {0}, bench.matrix(1, 2), bench.state(1, 2));
            assertEquals(0, right, 1e-30);
            double wrong =
                    bench.kernels.outputGradient(loss, output, new int[] {1}, bench.matrix(1, 2), bench.state(1, 2));
            int units = loss == OutputLoss.SOFTMAX_CROSS_ENTROPY ? 1 : 2;
            assertEquals(units * most, wrong, 1e-4 * most);
        }
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Bench#all")
    void aMistakeIsAnotherLabelThanTheFirstOfTheLargest(Bench bench) {
        double[] h = {0.1, 0.7, 0.2, /**/ 0.4, 0.2, 0.4, /**/ 0.4, 0.2, 0.4, /**/ -3, -2, -1};
        Matrix output = bench.matrix(4, 3, h);
        assertEquals(0, bench.kernels.mistakes(output, new int[] {1, 0, 0, 2}));
        assertEquals(2, bench.kernels.mistakes(output, new int[] {1, 2, 0, 1}));
        assertEquals(4, bench.kernels.mistakes(output, new int[] {2, 1, 1, 0}));
        assertTrue(bench.kernels.mistakes(bench.matrix(1, 1), new int[] {0}) == 0);
    }
}
