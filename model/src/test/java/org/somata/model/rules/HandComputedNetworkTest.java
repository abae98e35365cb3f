package org.somata.model.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Rule;
import org.somata.model.layers.Tally;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.signals.Presentation.Purpose;

/**
 * One step of a 2-2-2-2 network of rectifiers with a linear output, η0 = ⅛ and all rates ½, on paper. Every number is a
 * sum of few powers of two, so that all kernels must come to the same bits.
 *
 * <p>Up: x = (1, 2). W1 = (1 0; ½ ½), b1 = (0, −1): a1 = (1, ½ + 1 − 1), h1 = (1, ½). W2 = (1 −½; ½ 1), b2 = (0, −½): a2 =
 * (1 − ¼, ½ + ½ − ½), h2 = (¾, ½). W3 = (1 1; 0 2), b3 = (¼, 0): h3 = (¾ + ½ + ¼, 1) = (1½, 1). The class is the first of
 * two: L = (1½ − 1)² + 1² = 1¼, ∂L/∂h3 = 2 (½, 1) = (1, 2).
 *
 * <p>Down: ∂L/∂h2 = W3ᵀ (1, 2) = (1, 1 + 4) = (1, 5). Eq. 20: ĥ2 = (¾ − ⅛, ½ − ⅝) = (⅝, −⅛). V2 = (2 1; −1 1), c2 = (0, ¾):
 * g(h2) = max(0, (1½ + ½, −¾ + ½ + ¾)) = (2, ½) and g(ĥ2) = max(0, (1¼ − ⅛, −⅝ − ⅛ + ¾)) = (1⅛, 0). Eq. 18: ĥ1 = (1 + 1⅛ −
 * 2, ½ + 0 − ½) = (⅛, 0); Eq. 12 would have it (1⅛, 0).
 *
 * <p>Learning: 2 (h2 − ĥ2) = (¼, 1¼), times h1ᵀ: ∂W2 = (¼ ⅛; 1¼ ⅝). 2 (h1 − ĥ1) = (1¾, 1), times xᵀ: ∂W1 = (1¾ 3½; 1 2). ∂W3 = (1,
 * 2) h2ᵀ = (¾ ½; 1½ 1). Eq. 32 without noise: g(f(h1)) − h1 = (2, ½) − (1, ½) = (1, 0), twice that times h2ᵀ: ∂V2 = (1½ 1; 0
 * 0).
 */
class HandComputedNetworkTest {
    private static final Table ONE = new Table(new float[][] {{1, 2}}, new int[] {0}, 2);

    static Stream<Kernels> kernels() {
        return Stream.of(Backend.fused(), Backend.nd4j(), Backend.doublePrecision());
    }

    private static Taught network(Rule rule, Kernels kernels) {
        Taught network = Networks.of(2, 2, 2, 2)
                .rule(rule)
                .loss(OutputLoss.MEAN_SQUARED_ERROR)
                .nonlinearities(Nonlinearity.RELU, Nonlinearity.RELU)
                .rates(0.5, 0.5)
                .on(kernels);
        write(network.layer(1), "W", 1, 0, 0.5, 0.5);
        write(network.layer(1), "b", 0, -1);
        write(network.layer(2), "W", 1, -0.5, 0.5, 1);
        write(network.layer(2), "b", 0, -0.5);
        write(network.layer(2), "V", 2, 1, -1, 1);
        write(network.layer(2), "c", 0, 0.75);
        write(network.layer(3), "W", 1, 1, 0, 2);
        write(network.layer(3), "b", 0.25, 0);
        return network;
    }

    private static void write(Layer layer, String array, double... values) {
        layer.arrays().get(array).write(values);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void targetsAndUpdatesOfTheForwardMappingsAreThoseOnPaper(Kernels kernels) {
        Taught network = network(new DifferenceTargetPropagation(0.125), kernels);
        network.present(Purpose.LEARN_FORWARD, ONE);
        assertMatrix(network.memory(1).activation(), 1, 0.5);
        assertMatrix(network.memory(2).activation(), 0.75, 0.5);
        assertMatrix(network.memory(3).activation(), 1.5, 1);
        assertMatrix(network.memory(2).credit(), 0.625, -0.125);
        assertMatrix(network.memory(1).credit(), 0.125, 0);

        assertMatrix(network.layer(3).forward().weightGradient(), 0.75, 0.5, 1.5, 1);
        assertMatrix(network.layer(3).forward().biasGradient(), 1, 2);
        assertMatrix(network.layer(2).forward().weightGradient(), 0.25, 0.125, 1.25, 0.625);
        assertMatrix(network.layer(2).forward().biasGradient(), 0.25, 1.25);
        assertMatrix(network.layer(1).forward().weightGradient(), 1.75, 3.5, 1, 2);
        assertMatrix(network.layer(1).forward().biasGradient(), 1.75, 1);

        assertMatrix(network.layer(3).forward().weights(), 0.625, 0.75, -0.75, 1.5);
        assertMatrix(network.layer(2).forward().weights(), 0.875, -0.5625, -0.125, 0.6875);
        assertMatrix(network.layer(1).forward().weights(), 0.125, -1.75, 0, -0.5);
        assertMatrix(network.layer(1).forward().bias(), -0.875, -1.5);
        assertMatrix(network.hidden(2).feedback().weights(), 2, 1, -1, 1);
        assertEquals(0.40625, network.layer(2).tally().mean(Tally.TARGET_LOSS));
        assertEquals(1.015625, network.layer(1).tally().mean(Tally.TARGET_LOSS));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theUpdateOfTheFeedbackMappingIsThatOnPaper(Kernels kernels) {
        Taught network = network(new DifferenceTargetPropagation(0.125), kernels);
        network.present(Purpose.LEARN_FEEDBACK, ONE);
        assertMatrix(network.hidden(2).feedback().weightGradient(), 1.5, 1, 0, 0);
        assertMatrix(network.hidden(2).feedback().biasGradient(), 2, 0);
        assertMatrix(network.hidden(2).feedback().weights(), 1.25, 0.5, -1, 1);
        assertMatrix(network.hidden(2).feedback().bias(), -1, 0.75);
        assertMatrix(network.layer(2).forward().weights(), 1, -0.5, 0.5, 1);
        assertEquals(1, network.layer(2).tally().mean(Tally.INVERSE_LOSS));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void vanillaTargetPropagationHasTheUncorrectedTarget(Kernels kernels) {
        Taught network = network(new TargetPropagation(0.125), kernels);
        network.present(Purpose.OBSERVE, ONE);
        assertMatrix(network.memory(2).credit(), 0.625, -0.125);
        assertMatrix(network.memory(1).credit(), 1.125, 0);
    }

    private static void assertMatrix(Matrix matrix, double... expected) {
        assertArrayEquals(expected, matrix.toDoubles());
    }
}
