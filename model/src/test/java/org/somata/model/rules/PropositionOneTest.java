package org.somata.model.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.somata.model.Dense;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.Rule;
import org.somata.model.learning.Initialisation;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.signals.Presentation.Purpose;

/**
 * Proposition 1: with perfect inverses the cosine between the updates of target propagation and of backpropagation is
 * at least λmin / λmax, the extreme singular values of J_{f_{M−1}} … J_{f_{i+1}}, and at most 1. Of its two forms only the
 * linear one can be had: our mappings are s(W h + b), the other's W s(h). A linear network has no terms of second order
 * in η0, so the bound holds at every target step.
 */
class PropositionOneTest {
    private static final int WIDTH = 5;

    @Test
    void updatesWithPerfectInversesLieWithinTheBoundOfBackpropagation() {
        double lowest = 1;
        for (long seed = 1; seed <= 40; seed++) {
            Taught inverse = network(new TargetPropagation(0.5), seed);
            Taught baseline = network(new Backpropagation(), seed);
            for (int place = 2; place < inverse.depth(); place++) {
                double[][] w = Dense.of(inverse.layer(place).forward().weights());
                Dense.write(
                        SingularValues.inverse(w),
                        inverse.hidden(place).feedback().weights());
            }
            Table one = Table.random(seed, 1, WIDTH, 3);
            inverse.present(Purpose.OBSERVE, one);
            baseline.present(Purpose.OBSERVE, one);
            double[][] jacobian = SingularValues.identity(WIDTH);
            for (int place = inverse.depth() - 1; place >= 1; place--) {
                double[] singular = SingularValues.of(jacobian);
                double cosine = Dense.cosine(
                        Dense.of(inverse.layer(place).forward().weightGradient()),
                        Dense.of(baseline.layer(place).forward().weightGradient()));
                assertTrue(cosine <= 1 + 1e-9, "cosine " + cosine);
                assertTrue(
                        cosine >= singular[WIDTH - 1] / singular[0] - 1e-9,
                        "layer " + place + ": cosine " + cosine + ", condition " + singular[0] / singular[WIDTH - 1]);
                lowest = Math.min(lowest, cosine);
                jacobian = Dense.product(
                        jacobian, Dense.of(inverse.layer(place).forward().weights()));
            }
        }
        assertTrue(lowest < 0.3, "no update was far from backpropagation's: the bound was not put to the test");
    }

    /** Equal singular values leave no room. */
    @Test
    void orthogonalLayersTeachWhatBackpropagationTeaches() {
        Taught inverse = orthogonal(new TargetPropagation(0.5));
        Taught baseline = orthogonal(new Backpropagation());
        for (int place = 2; place < inverse.depth(); place++) {
            double[][] w = Dense.of(inverse.layer(place).forward().weights());
            Dense.write(
                    SingularValues.inverse(w), inverse.hidden(place).feedback().weights());
        }
        Table examples = Table.random(3, 10, WIDTH, 3);
        inverse.present(Purpose.OBSERVE, examples);
        baseline.present(Purpose.OBSERVE, examples);
        for (int place = 1; place < inverse.depth(); place++) {
            double cosine = Dense.cosine(
                    Dense.of(inverse.layer(place).forward().weightGradient()),
                    Dense.of(baseline.layer(place).forward().weightGradient()));
            assertEquals(1, cosine, 1e-9, "layer " + place);
        }
    }

    private static Taught network(Rule rule, long seed) {
        return linear(rule)
                .seed(seed)
                .initialisation(new Initialisation.Gaussian(0.5))
                .doublePrecision();
    }

    private static Taught orthogonal(Rule rule) {
        return linear(rule).doublePrecision();
    }

    private static Networks linear(Rule rule) {
        return Networks.of(WIDTH, WIDTH, WIDTH, WIDTH, WIDTH, 3)
                .rule(rule)
                .nonlinearities(Nonlinearity.LINEAR, Nonlinearity.LINEAR);
    }
}
