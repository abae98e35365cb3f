package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.learning.Optimiser;

/** Every optimiser over several updates, of weights and of biases, against its equations for one number at a time. */
class OptimiserKernelsTest {
    static final List<Optimiser> OPTIMISERS = List.of(
            new Optimiser.CentredRmsprop(0.95, 0.9, 1e-3),
            new Optimiser.Rmsprop(0.9, 1e-6),
            new Optimiser.Sgd(0),
            new Optimiser.Sgd(0.9),
            new Optimiser.Adam(0.9, 0.999, 1e-8));
    private static final int UPDATES = 5;
    private static final double RATE = 0.01;

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Shape#onEveryBench")
    void updatesFollowTheEquations(Bench bench, Shape shape) {
        for (Optimiser optimiser : OPTIMISERS) {
            double[] start = bench.numbers(shape.size(), -1, 1);
            check(bench, optimiser, shape, bench.matrix(shape.rows(), shape.columns(), start), true);
            check(bench, optimiser, shape, bench.state(shape.rows(), shape.columns(), start), false);
        }
        bench.assertNothingBeyondTouched();
    }

    private static void check(Bench bench, Optimiser optimiser, Shape shape, Matrix value, boolean weights) {
        List<Matrix> slots = slots(bench, optimiser, shape.rows(), shape.columns());
        double[] expected = value.toDoubles();
        ScalarOptimiser[] scalars = new ScalarOptimiser[expected.length];
        Arrays.setAll(scalars, i -> new ScalarOptimiser(optimiser, RATE));
        double[] scale = new double[expected.length];
        Arrays.fill(scale, 1);
        for (int count = 1; count <= UPDATES; count++) {
            double[] g = bench.numbers(expected.length, -1, 1);
            Matrix gradient = weights
                    ? bench.matrix(shape.rows(), shape.columns(), g)
                    : bench.state(shape.rows(), shape.columns(), g);
            double squared = bench.kernels.update(optimiser, RATE, count, value, gradient, slots);
            double expectedSquared = 0;
            for (int i = 0; i < expected.length; i++) {
                double change = scalars[i].change(g[i]);
                expected[i] += change;
                expectedSquared += change * change;
            }
            // a change is some hundredths and is itself rounded to some 10 units
            bench.assertNear(expected, scale, 2 * count, value);
            double norm = Math.sqrt(expectedSquared);
            double rounding = Math.sqrt(shape.size()) * 4 * bench.roundoff;
            assertEquals(norm, Math.sqrt(squared), norm * bench.sumError + rounding);
        }
    }

    /**
     * The variance q − a² of a gradient that is large and hardly changes is smaller than the rounding of q: it must not
     * come out below −ε.
     */
    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Bench#all")
    void aSteadyLargeGradientKeepsCentredRmspropFinite(Bench bench) {
        Optimiser optimiser = OPTIMISERS.get(0);
        Matrix value = bench.matrix(1, 100);
        List<Matrix> slots = slots(bench, optimiser, 1, 100);
        Matrix gradient = bench.matrix(1, 100, bench.numbers(100, 10, 2000));
        for (int count = 1; count <= 500; count++) {
            double squared = bench.kernels.update(optimiser, RATE, count, value, gradient, slots);
            assertTrue(Double.isFinite(squared), "update " + count);
        }
    }

    static List<Matrix> slots(Bench bench, Optimiser optimiser, int rows, int columns) {
        double[] zeros = new double[rows * columns];
        return optimiser.slots().stream()
                .map(slot -> bench.state(rows, columns, zeros))
                .toList();
    }
}
