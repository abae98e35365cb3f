package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/**
 * How close the saturating nonlinearities come to the exact ones, on two million numbers even in [−20, 20] and two
 * million even in the exponent, denormals among them: the fused tanh within 3 ulps and never beyond ±1, the fused sigmoid
 * within 1.25e-7 and never outside of [0, 1]; ND4J's tanh within 1.25e-7 (of less than 1e-7 it has no right digit), its
 * sigmoid too.
 */
class AccuracyTest {
    private static final int HALF = 1 << 21;

    @Test
    void fusedTanhIsWithinThreeUlps() {
        double ulps = largest(
                Backend.fused(), Nonlinearity.TANH, (exact, got) -> Math.abs(got - exact) / Math.ulp((float) exact));
        assertTrue(ulps <= 3, ulps + " ulps");
        assertEquals(1, largest(Backend.fused(), Nonlinearity.TANH, (exact, got) -> Math.abs(got)));
    }

    /** Absolutely: far below 0 the sigmoid is a difference of halves and has no digits of its own. */
    @Test
    void fusedSigmoidIsWithinAnEightMillionth() {
        double error = largest(Backend.fused(), Nonlinearity.SIGMOID, (exact, got) -> Math.abs(got - exact));
        assertTrue(error <= 1.25e-7, error + "");
        assertEquals(0.5, largest(Backend.fused(), Nonlinearity.SIGMOID, (exact, got) -> Math.abs(got - 0.5)));
    }

    @Test
    void thoseOfNd4jAreAsCloseAndInTheirRange() {
        for (Nonlinearity s : new Nonlinearity[] {Nonlinearity.TANH, Nonlinearity.SIGMOID}) {
            double error = largest(Backend.nd4j(), s, (exact, got) -> Math.abs(got - exact));
            assertTrue(error <= 2.5e-7, s + " " + error);
            assertEquals(1, largest(Backend.nd4j(), s, (exact, got) -> Math.abs(got)));
        }
    }

    private static double largest(Kernels kernels, Nonlinearity s, DoubleBinaryOperator measure) {
        float[] x = new float[2 * HALF];
        for (int i = 0; i < HALF; i++) {
            x[i] = (float) (40.0 * i / HALF - 20);
            x[HALF + i] = (float) Math.copySign(Math.pow(2, 154.0 * i / HALF - 149), (i & 1) - 0.5);
        }
        Matrix values = kernels.matrix(1, x.length);
        values.write(x);
        kernels.activate(s, values, kernels.state(1, x.length), values);
        float[] got = values.toFloats();
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, measure.applyAsDouble(s.value(x[i]), got[i]));
        }
        return largest;
    }
}
