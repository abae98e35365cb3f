package org.somata.model.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.model.Dense;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.learning.Initialisation;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.signals.Presentation.Purpose;

/**
 * With linear mappings and random V difference target propagation is feedback alignment (Lillicrap et al. 2014) with the
 * matrices B_i = V_i below the highest hidden layer and B_M = W_Mᵀ above it, where the first target takes the gradient
 * itself. The steps are 2 η0 / B times as long: 2 from the square, 1/B because both the gradient that makes the first
 * target and the target loss are averaged over the batch.
 */
class FeedbackAlignmentTest {
    private static final int BATCH = 7;
    private static final double TARGET_STEP = 1.7;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void linearLayersWithRandomFeedbackAlign(long seed) {
        Taught network = Networks.of(5, 8, 7, 6, 3)
                .rule(new DifferenceTargetPropagation(TARGET_STEP))
                .seed(seed)
                .batch(BATCH)
                .nonlinearities(Nonlinearity.LINEAR, Nonlinearity.LINEAR)
                .initialisation(new Initialisation.Gaussian(0.4))
                .doublePrecision()
                .scatter(seed, 0.2)
                .present(Purpose.OBSERVE, Table.random(seed, BATCH, 5, 3));

        // δ_M = (h_M − y) / B, and so on downwards: δ_{i−1} = δ_i B_iᵀ, ∂W_i = δ_iᵀ h_{i−1}
        int depth = network.depth();
        double[][] delta = outputError(network, seed);
        double[][] aligned = gradient(network, depth, delta);
        double[][] got = Dense.of(network.layer(depth).forward().weightGradient());
        assertEquals(0, Dense.relativeDistance(got, aligned), 1e-12);
        delta = Dense.product(delta, Dense.of(network.layer(depth).forward().weights()));
        for (int place = depth - 1; place >= 1; place--) {
            aligned = gradient(network, place, delta);
            double[][] scaled = Dense.sum(aligned, 2 * TARGET_STEP / BATCH - 1, aligned);
            got = Dense.of(network.layer(place).forward().weightGradient());
            assertEquals(0, Dense.relativeDistance(got, scaled), 1e-10, "layer " + place);
            assertTrue(Dense.norm(got) > 1e-3);
            if (place > 1) {
                double[][] b = Dense.of(network.hidden(place).feedback().weights());
                delta = Dense.product(delta, Dense.transposed(b));
            }
        }
    }

    private static double[][] outputError(Taught network, long seed) {
        double[][] h = Dense.of(network.memory(network.depth()).activation());
        Table examples = Table.random(seed, BATCH, 5, 3);
        for (int i = 0; i < BATCH; i++) {
            h[i][examples.label(i)] -= 1;
        }
        return Dense.sum(h, 1.0 / BATCH - 1, h);
    }

    private static double[][] gradient(Taught network, int place, double[][] delta) {
        return Dense.product(
                Dense.transposed(delta), Dense.of(network.memory(place).input()));
    }
}
