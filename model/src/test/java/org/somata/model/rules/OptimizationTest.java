package org.somata.model.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somata.model.Dense;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.Rule;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.signals.Presentation.Purpose;

class OptimizationTest {
    private static final int BATCH = 6;

    /**
     * Eq. 9 is linear in ĥ_i − h_i, so with a local step of 1 its updates are those of backpropagation at every target step,
     * 2 η0 / B times as long.
     */
    @ParameterizedTest
    @CsvSource({"1, 10, TANH", "2, 1, TANH", "3, 1e-4, TANH", "4, 1, SIGMOID", "5, 1, LINEAR", "6, 1, RELU"})
    void targetPropagationThroughOptimizationIsBackpropagation(long seed, double targetStep, Nonlinearity s) {
        Table examples = Table.random(seed, BATCH, 4, 3);
        Taught optimizing = network(new TargetPropagationThroughOptimization(targetStep, 1), seed, s);
        Taught baseline = network(new Backpropagation(), seed, s);
        optimizing.present(Purpose.OBSERVE, examples);
        baseline.present(Purpose.OBSERVE, examples);
        for (int place = 1; place < optimizing.depth(); place++) {
            double[][] a = Dense.of(optimizing.layer(place).forward().weightGradient());
            double[][] b = Dense.of(baseline.layer(place).forward().weightGradient());
            double[][] expected = Dense.sum(b, 2 * targetStep / BATCH - 1, b);
            // a difference of activations of about 1 has 16 digits, of which a small step leaves fewer
            assertEquals(0, Dense.relativeDistance(a, expected), 1e-13 + 1e-13 / targetStep, "layer " + place);
            assertTrue(Dense.norm(b) > 1e-3);
        }
    }

    private static Taught network(Rule rule, long seed, Nonlinearity s) {
        return Networks.of(4, 6, 5, 5, 3)
                .rule(rule)
                .seed(seed)
                .batch(BATCH)
                .nonlinearities(s, s)
                .doublePrecision()
                .scatter(seed, 0.4);
    }
}
