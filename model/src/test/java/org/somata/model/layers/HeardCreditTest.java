package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.model.Dense;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.numerics.Matrix;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.TargetPropagation;
import org.somata.model.signals.Levels;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Transmission;

/** Eq. 35, by values: bits of every h_i go up, targets come down, real ones unless told. */
class HeardCreditTest {
    private static final int COUNT = 6;
    private static final Transmission BITS = new Transmission.Bits(Levels.PLUS_MINUS_ONE);
    private static final double STEP = 0.7;
    private static final Table EXAMPLES = Table.corners(2, COUNT);

    private static Taught network(Rule rule, boolean receiver) {
        return network(rule, new LinkSpec(BITS, Transmission.REAL, BITS, receiver));
    }

    /** @param link of layers 2 and 3 */
    private static Taught network(Rule rule, LinkSpec link) {
        Taught network = Networks.of(4, 7, 6, 5, 3)
                .rule(rule)
                .link(2, link)
                .link(3, link)
                .link(4, new LinkSpec(BITS, Transmission.REAL, BITS, false))
                .doublePrecision()
                .scatter(4, 0.5)
                .present(Purpose.OBSERVE, EXAMPLES);
        for (int place = 1; place < 4; place++) {
            for (double heard : network.memory(place + 1).input().toDoubles()) {
                assertEquals(1, Math.abs(heard), "bits of layer " + place);
            }
        }
        return network;
    }

    /** ĥ_3 = h_3 − η0 ∂L/∂(bits of h_3). */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFirstTargetIsTheActivationAndAStepByTheGradientOfItsBits(boolean receiver) {
        for (Rule rule : new Rule[] {new DifferenceTargetPropagation(STEP), new TargetPropagation(STEP)}) {
            Taught network = network(rule, receiver);
            double[][] output = Dense.of(network.memory(4).activation());
            double[][] labels = new double[COUNT][3];
            for (int row = 0; row < COUNT; row++) {
                labels[row][EXAMPLES.label(row)] = 1;
            }
            double[][] gradient = Dense.product(
                    Dense.sum(output, -1, labels),
                    Dense.of(network.layer(4).forward().weights()));
            assertCredit(Dense.sum(activation(network, 3), -STEP / COUNT, gradient), network, 3);
        }
    }

    /** ĥ_{i−1} = h_{i−1} + g_i(ĥ_i) − g_i(h_i). */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDifferenceTargetMovesTheActivationAndNotItsBits(boolean receiver) {
        Taught network = network(new DifferenceTargetPropagation(STEP), receiver);
        for (int place = 2; place <= 3; place++) {
            double[][] ofTarget =
                    feedback(network, place, Dense.of(network.memory(place).credit()));
            double[][] ofActivation = feedback(network, place, activation(network, place));
            double[][] moved = Dense.sum(activation(network, place - 1), 1, ofTarget);
            assertCredit(Dense.sum(moved, -1, ofActivation), network, place - 1);
        }
    }

    /** ĥ_{i−1} = g_i(ĥ_i) is no movement: it stays as it was told. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aVanillaTargetStandsForItself(boolean receiver) {
        Taught network = network(new TargetPropagation(STEP), receiver);
        for (int place = 2; place <= 3; place++) {
            assertCredit(feedback(network, place, Dense.of(network.memory(place).credit())), network, place - 1);
        }
    }

    /** A sign of a target cannot say how far it has moved: it is the target. */
    @Test
    void aTargetThatComesAsASignStandsForItself() {
        Transmission sign = new Transmission.Sign(Levels.PLUS_MINUS_ONE);
        Taught network = network(new DifferenceTargetPropagation(STEP), new LinkSpec(BITS, sign, BITS, false));
        for (int place = 2; place <= 3; place++) {
            double[][] ofTarget =
                    feedback(network, place, Dense.of(network.memory(place).credit()));
            double[][] ofActivation = feedback(network, place, activation(network, place));
            double[][] told = Dense.sum(Dense.of(network.memory(place).input()), 1, ofTarget);
            told = Dense.sum(told, -1, ofActivation);
            for (double[] row : told) {
                Arrays.setAll(row, j -> row[j] > 0 ? 1 : -1);
            }
            assertCredit(told, network, place - 1);
        }
    }

    private static void assertCredit(double[][] expected, Taught network, int place) {
        double[][] credit = Dense.of(network.memory(place).credit());
        double[][] moved = Dense.sum(credit, -1, activation(network, place));
        assertTrue(Dense.norm(moved) > 1e-3, "layer " + place + " is not moved");
        double[][] movedAsExpected = Dense.sum(expected, -1, activation(network, place));
        assertEquals(0, Dense.relativeDistance(moved, movedAsExpected), 1e-12, "layer " + place);
    }

    private static double[][] activation(Taught network, int place) {
        return Dense.of(network.memory(place).activation());
    }

    /** tanh(h Vᵀ + c), V and c of the layer at {@code place} wherever they live. */
    private static double[][] feedback(Taught network, int place, double[][] h) {
        Map<String, Matrix> arrays = network.layer(place).arrays();
        if (!arrays.containsKey("V")) {
            arrays = network.layer(place - 1).arraysOfLayerAbove();
        }
        double[][] image = Dense.product(h, Dense.transposed(Dense.of(arrays.get("V"))));
        double[] bias = arrays.get("c").toDoubles();
        for (double[] row : image) {
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.tanh(row[j] + bias[j]);
            }
        }
        return image;
    }
}
