package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.learning.OutputLoss;

/** What is no ordinary number: a NaN must stay one, or a run that has diverged would not be seen to. */
class SpecialValuesTest {
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Bench#all")
    void infinitiesSaturateAndNanStaysNan(Bench bench) {
        float[] x = {INFINITY, -INFINITY, 100, -1000, Float.NaN, 0};
        assertArrayEquals(new float[] {1, -1, 1, -1, Float.NaN, 0}, activate(bench.kernels, Nonlinearity.TANH, x));
        assertArrayEquals(
                new float[] {1, 0, 1, 0, Float.NaN, 0.5f}, activate(bench.kernels, Nonlinearity.SIGMOID, x), 1e-40f);
        assertArrayEquals(
                new float[] {INFINITY, 0, 100, 0, Float.NaN, 0}, activate(bench.kernels, Nonlinearity.RELU, x));
        assertArrayEquals(x, activate(bench.kernels, Nonlinearity.LINEAR, x));
    }

    /** Of a zero no sign is promised, for the bias is added first; of a denormal the last bit is lost in halving it. */
    @Test
    void fusedTanhOfTheSmallestNumbersIsThemselves() {
        float[] x = {Float.MIN_VALUE, -1e-40f, 2 * Float.MIN_NORMAL, -1e-20f, 1e-8f};
        assertArrayEquals(x, activate(Backend.fused(), Nonlinearity.TANH, x), Float.MIN_VALUE);
    }

    private static float[] activate(Kernels kernels, Nonlinearity s, float[] x) {
        Matrix a = kernels.matrix(1, x.length);
        a.write(x);
        kernels.activate(s, a, kernels.state(1, x.length), a);
        return a.toFloats();
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Bench#all")
    void aNanAtTheOutputMakesTheLossNan(Bench bench) {
        for (OutputLoss loss : OutputLoss.values()) {
            Matrix output = bench.matrix(2, 3, new double[] {0.1, 0.2, 0.3, 0.1, Double.NaN, 0.3});
            bench.kernels.activateOutput(loss, output, bench.kernels.state(1, 3), output);
            Matrix sums = bench.state(1, 3);
            double cost = bench.kernels.outputGradient(loss, output, new int[] {0, 1}, output, sums);
            assertTrue(Double.isNaN(cost), loss + " " + cost);
            assertTrue(Double.isNaN(sums.toDoubles()[1]), loss + " sums");
        }
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Bench#all")
    void aNanInAnOperandIsSeenInWhatAKernelReturns(Bench bench) {
        Matrix sound = bench.matrix(1, 3, new double[] {0.1, 0.2, 0.3});
        Matrix broken = bench.matrix(1, 3, new double[] {0.1, Double.NaN, 0.3});
        for (Nonlinearity s : Nonlinearity.values()) {
            assertEquals(
                    Double.NaN,
                    bench.kernels.distanceGradient(s, broken, sound, 1, bench.matrix(1, 3), bench.state(1, 3)));
        }
        assertEquals(Double.NaN, bench.kernels.dot(sound, broken));
        for (var optimiser : OptimiserKernelsTest.OPTIMISERS) {
            var slots = OptimiserKernelsTest.slots(bench, optimiser, 1, 3);
            double change = bench.kernels.update(optimiser, 0.1, 1, bench.matrix(1, 3), broken, slots);
            assertEquals(Double.NaN, change, optimiser.toString());
        }
    }
}
