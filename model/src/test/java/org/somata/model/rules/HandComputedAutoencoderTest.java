package org.somata.model.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.AutoencoderLayer;
import org.somata.model.layers.Rule;
import org.somata.model.layers.Tally;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.signals.Presentation.Purpose;

/**
 * One step of a 2-1-2 auto-encoder of rectifiers without noise, at rates ½, on paper; every number is exact.
 *
 * <p>x = (1, 2), W = (1 ½), b = −1: h = 1 + 1 − 1 = 1. c = (−1, 0): z = max(0, (1 − 1, ½)) = (0, ½), L_g = 1 + 2¼ = 3¼, δz =
 * 2 (0 − 1, ½ − 2) ∘ (0, 1) = (0, −3) = ∂c, and by g ∂W = h δz = (0, −3).
 *
 * <p>Local: f(z) = max(0, ¼ − 1) = 0, so ĥ = 2 − 0 = 2, L_f = 1, δh = −2 = ∂b, and by f ∂W = −2 x = (−2, −4): in all (−2, −7).
 *
 * <p>By backpropagation: δh = W δz = −1½ = ∂b, and by f ∂W = −1½ x = (−1½, −3): in all (−1½, −6).
 */
class HandComputedAutoencoderTest {
    private static final Table ONE = new Table(new float[][] {{1, 2}}, new int[] {0}, 2);

    static Stream<Kernels> kernels() {
        return Stream.of(Backend.fused(), Backend.nd4j(), Backend.doublePrecision());
    }

    private static Taught taught(Rule rule, Kernels kernels) {
        Taught network = Networks.of(2, 1)
                .rule(rule)
                .nonlinearities(Nonlinearity.RELU, Nonlinearity.RELU)
                .rates(0.5, 0.5)
                .on(kernels);
        network.layer(1).arrays().get("W").write(new double[] {1, 0.5});
        network.layer(1).arrays().get("b").write(new double[] {-1});
        network.layer(1).arrays().get("c").write(new double[] {-1, 0});
        assertEquals(3.25, network.evaluate(ONE).cost());
        return network.present(Purpose.LEARN, ONE);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theUpdateByLocalLossesIsThatOnPaper(Kernels kernels) {
        Taught network = taught(new DifferenceTargetPropagation(0), kernels);
        AutoencoderLayer layer = network.autoencoder();
        assertMatrix(network.memory(1).activation(), 1);
        assertMatrix(network.memory(1).reconstruction(), 0, 0.5);
        assertMatrix(layer.forward().weightGradient(), -2, -7);
        assertMatrix(layer.forward().biasGradient(), -2);
        assertMatrix(layer.feedback().biasGradient(), 0, -3);
        assertMatrix(layer.forward().weights(), 2, 4);
        assertMatrix(layer.forward().bias(), 0);
        assertMatrix(layer.feedback().bias(), -1, 1.5);
        assertEquals(1, layer.tally().mean(Tally.TARGET_LOSS));
        assertEquals(3.25, layer.tally().mean(Tally.INVERSE_LOSS));
        assertEquals(1, layer.versions().forward());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theUpdateByBackpropagationIsThatOnPaper(Kernels kernels) {
        AutoencoderLayer layer = taught(new Backpropagation(), kernels).autoencoder();
        assertMatrix(layer.forward().weightGradient(), -1.5, -6);
        assertMatrix(layer.forward().biasGradient(), -1.5);
        assertMatrix(layer.forward().weights(), 1.75, 3.5);
        assertMatrix(layer.forward().bias(), -0.25);
        assertMatrix(layer.feedback().bias(), -1, 1.5);
        assertEquals(0, layer.tally().mean(Tally.TARGET_LOSS));
    }

    private static void assertMatrix(Matrix matrix, double... expected) {
        // −0 + 0 is 0
        assertArrayEquals(
                expected, Arrays.stream(matrix.toDoubles()).map(x -> x + 0).toArray());
    }
}
