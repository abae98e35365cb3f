package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.model.Dense;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.FiniteDifferences;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.Mapping;
import org.somata.model.layers.Memory;
import org.somata.model.layers.OutputLayer;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.Backpropagation;
import org.somata.model.signals.Levels;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Transmission;

/** Backpropagation of the likelihood of four draws of each example (Raiko et al. 2014), bits of h_1 drawn. */
class SampledLearningTest {
    private static final int DRAWS = 4;
    private static final int COUNT = 5;
    private static final Table EXAMPLES = Table.corners(1, COUNT);
    private static final Transmission BITS = new Transmission.Bits(Levels.ZERO_ONE);
    private static final LinkSpec DRAWN = new LinkSpec(BITS, Transmission.REAL, BITS, false);

    private static Networks networks() {
        return Networks.of(4, 6, 5, 3)
                .rule(new Backpropagation())
                .nonlinearities(Nonlinearity.SIGMOID, Nonlinearity.SIGMOID)
                .link(2, DRAWN)
                .samples(DRAWS);
    }

    private static Taught scattered(Networks networks) {
        return networks.doublePrecision().scatter(3, 1);
    }

    /** Presents the examples as the first presentation, always with the same draws; returns the output's memory. */
    private static Memory observe(Taught network) {
        Pass pass = network.pass(Purpose.OBSERVE, EXAMPLES);
        network.loop.learn(pass, 0, Network.Watcher.NONE);
        return network.layer(network.depth()).memory(pass.presentation(0));
    }

    /** −ln (1/M) Σ_m p_m, averaged over the examples. */
    private static double likelihood(Taught network) {
        double[][] output = Dense.of(observe(network).activation());
        assertEquals(DRAWS * COUNT, output.length);
        double loss = 0;
        for (int example = 0; example < COUNT; example++) {
            loss -= Math.log(total(output, example) / DRAWS);
        }
        return loss / COUNT;
    }

    private static double total(double[][] output, int example) {
        double total = 0;
        for (int row = example; row < output.length; row += COUNT) {
            total += output[row][EXAMPLES.label(example)];
        }
        return total;
    }

    private static void assertGradients(Taught network, int place) {
        Mapping f = network.layer(place).forward();
        observe(network);
        double[] ofWeights = f.weightGradient().toDoubles();
        double[] ofBias = f.biasGradient().toDoubles();
        FiniteDifferences.assertGradient(() -> likelihood(network), f.weights(), ofWeights, 1);
        FiniteDifferences.assertGradient(() -> likelihood(network), f.bias(), ofBias, 1);
    }

    @Test
    void gradientsAboveTheDrawsAreThoseOfTheirLikelihood() {
        Taught network = scattered(networks());
        assertGradients(network, 2);
        assertGradients(network, 3);
    }

    /** Bits of h_2 are drawn anew for each draw of h_1. */
    @Test
    void soIsTheGradientOfTheOutputLayerAboveTwoLinksOfDraws() {
        assertGradients(scattered(networks().link(3, DRAWN)), 3);
    }

    @Test
    void theTrainingCostIsTheLossOfTheLikelihood() {
        Taught network = scattered(networks());
        double loss = likelihood(network);
        assertEquals(loss, network.layer(3).tally().mean(OutputLayer.TRAINING_COST), 1e-12);
    }

    /** Eq. 34: the gradient by a draw is taken for that by h, so h_1 hears the sum over its draws. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatComesDownToTheDrawnIsTheirSum(boolean drawnAbove) {
        Networks networks = networks();
        Taught network = scattered(drawnAbove ? networks.link(3, DRAWN) : networks);
        network.present(Purpose.OBSERVE, EXAMPLES);

        double[][] output = Dense.of(network.memory(3).activation());
        double[][] delta = new double[output.length][];
        for (int row = 0; row < output.length; row++) {
            int label = EXAMPLES.label(row % COUNT);
            double[] h = output[row];
            double weight = h[label] / total(output, row % COUNT) / COUNT;
            delta[row] = new double[h.length];
            Arrays.setAll(delta[row], j -> weight * (h[j] - (j == label ? 1 : 0)));
        }
        double[][] credit2 = Dense.product(delta, weights(network, 3));
        assertEquals(0, Dense.relativeDistance(Dense.of(network.memory(2).credit()), credit2), 1e-12);
        double[][] down = Dense.product(chained(network, 2, credit2), weights(network, 2));
        double[][] credit1 = new double[COUNT][down[0].length];
        for (int row = 0; row < down.length; row++) {
            for (int j = 0; j < down[row].length; j++) {
                credit1[row % COUNT][j] += down[row][j];
            }
        }
        assertEquals(DRAWS * COUNT, down.length);
        assertEquals(0, Dense.relativeDistance(Dense.of(network.memory(1).credit()), credit1), 1e-12);
        assertTrue(Dense.norm(credit1) > 1e-3);
        double[][] delta1 = chained(network, 1, credit1);
        double[][] gradient = Dense.product(Dense.transposed(delta1), Dense.of(EXAMPLES));
        double[][] found = Dense.of(network.layer(1).forward().weightGradient());
        assertEquals(0, Dense.relativeDistance(found, gradient), 1e-12);
    }

    private static double[][] weights(Taught network, int place) {
        return Dense.of(network.layer(place).forward().weights());
    }

    /** credit ∘ h (1 − h). */
    private static double[][] chained(Taught network, int place, double[][] credit) {
        double[][] h = Dense.of(network.memory(place).activation());
        double[][] delta = new double[h.length][h[0].length];
        for (int row = 0; row < h.length; row++) {
            for (int j = 0; j < h[row].length; j++) {
                delta[row][j] = credit[row][j] * h[row][j] * (1 - h[row][j]);
            }
        }
        return delta;
    }

    /** The blocks of rows that layer 2 hears are draws of the same h_1, and no two of them are alike. */
    @Test
    void drawsDifferAndStayTheSameForTheSamePresentation() {
        Taught network = scattered(networks());
        network.present(Purpose.OBSERVE, EXAMPLES);
        double[] heard = network.memory(2).input().toDoubles();
        int block = heard.length / DRAWS;
        for (int a = 0; a < DRAWS; a++) {
            for (int b = 0; b < a; b++) {
                double[] first = Arrays.copyOfRange(heard, a * block, (a + 1) * block);
                assertTrue(!Arrays.equals(first, Arrays.copyOfRange(heard, b * block, (b + 1) * block)));
            }
        }
        Taught again = scattered(networks()).present(Purpose.OBSERVE, EXAMPLES);
        assertArrayEquals(heard, again.memory(2).input().toDoubles());
    }
}
