package org.somata.model.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.model.Dense;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Rule;
import org.somata.model.layers.Sent;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Moment;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;

/** What difference target propagation promises by construction, whatever the feedback mapping (section 2.3). */
class DifferenceTest {
    private static final Presentation PRESENTATION = new Presentation(1, Purpose.OBSERVE, Moment.START, 10);

    /** Eq. 21: h_i = ĥ_i → h_{i−1} = ĥ_{i−1}, to the bit and example by example. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aTargetReachedAboveIsATargetReachedBelow(long seed) {
        for (Kernels kernels : new Kernels[] {Backend.doublePrecision(), Backend.nd4j(), Backend.fused()}) {
            double[][] input = Dense.of(input(seed, kernels));
            double[][] below = targetBelow(new DifferenceTargetPropagation(1), seed, kernels);
            for (int example = 0; example < input.length; example++) {
                if (example % 2 == 0) {
                    assertArrayEquals(input[example], below[example]);
                } else {
                    assertTrue(distance(input[example], below[example]) > 1e-3);
                }
            }
        }
    }

    /** With vanilla target propagation the layer below must move although the layer above has arrived. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void vanillaTargetPropagationBreaksThis(long seed) {
        Kernels kernels = Backend.doublePrecision();
        double[][] input = Dense.of(input(seed, kernels));
        double[][] below = targetBelow(new TargetPropagation(1), seed, kernels);
        for (int example = 0; example < input.length; example++) {
            assertTrue(distance(input[example], below[example]) > 0.1);
        }
    }

    /** Layer 2's target for layer 1, its own target being its activation for every other example. */
    private static double[][] targetBelow(Rule rule, long seed, Kernels kernels) {
        Layer layer = network(rule, seed).on(kernels).scatter(seed, 0.3).layer(2);
        Sent sent = new Sent();
        Matrix input = input(seed, kernels);
        layer.handle(MessageKind.ACTIVATION, PRESENTATION, new Signal.Real(input), sent);
        double[][] target = Dense.of(sent.last().values());
        for (int example = 1; example < target.length; example += 2) {
            target[example][example % 5] += 0.1;
        }
        Matrix heard = kernels.matrix(10, 5);
        Dense.write(target, heard);
        layer.handle(MessageKind.TARGET, PRESENTATION, new Signal.Real(heard), sent);
        assertEquals(MessageKind.TARGET, sent.last().kind());
        return Dense.of(sent.last().values());
    }

    private static Networks network(Rule rule, long seed) {
        return Networks.of(3, 6, 5, 4).rule(rule).seed(seed).initialisation(new Initialisation.Gaussian(0.5));
    }

    private static Matrix input(long seed, Kernels kernels) {
        Matrix input = kernels.matrix(10, 6);
        Dense.write(Dense.of(Table.random(seed, 10, 6, 2)), input);
        return input;
    }

    private static double distance(double[] a, double[] b) {
        return Dense.norm(Dense.sum(new double[][] {a}, -1, new double[][] {b}));
    }

    /** Without a first step there is nothing to learn below the output: the gradients are 0, not only small. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noTargetStepNoHiddenUpdate(long seed) {
        for (Kernels kernels : new Kernels[] {Backend.fused(), Backend.nd4j(), Backend.doublePrecision()}) {
            Taught network = network(new DifferenceTargetPropagation(0), seed)
                    .on(kernels)
                    .scatter(seed, 0.3);
            network.present(Purpose.OBSERVE, Table.random(seed, 10, 3, 4));
            for (int place = 1; place < network.depth(); place++) {
                var f = network.layer(place).forward();
                assertEquals(0, Dense.norm(Dense.of(f.weightGradient())), "layer " + place);
                assertEquals(0, Dense.norm(Dense.of(f.biasGradient())), "layer " + place);
            }
            assertTrue(Dense.norm(Dense.of(network.layer(3).forward().weightGradient())) > 1e-3);
        }
    }

    /** Eq. 27: where g inverts f, here by V = Wᵀ of an orthogonal W, both rules have the same targets. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anExactInverseMakesBothRulesOne(long seed) {
        Table examples = Table.random(seed, 10, 6, 4);
        Taught difference = orthogonal(new DifferenceTargetPropagation(5), seed);
        Taught vanilla = orthogonal(new TargetPropagation(5), seed);
        difference.present(Purpose.OBSERVE, examples);
        vanilla.present(Purpose.OBSERVE, examples);
        for (int place = 1; place < difference.depth(); place++) {
            double[][] a = Dense.of(difference.layer(place).forward().weightGradient());
            double[][] b = Dense.of(vanilla.layer(place).forward().weightGradient());
            assertEquals(0, Dense.relativeDistance(a, b), 1e-12, "layer " + place);
            assertTrue(Dense.norm(a) > 0.01);
        }
    }

    private static Taught orthogonal(Rule rule, long seed) {
        Taught network = Networks.of(6, 6, 6, 6, 4)
                .rule(rule)
                .seed(seed)
                .nonlinearities(Nonlinearity.LINEAR, Nonlinearity.LINEAR)
                .doublePrecision();
        for (int place = 2; place < network.depth(); place++) {
            double[][] w = Dense.of(network.layer(place).forward().weights());
            // the weights are drawn in float32, and Wᵀ is their inverse to its precision
            double[][] v = SingularValues.inverse(w);
            assertEquals(0, Dense.relativeDistance(v, Dense.transposed(w)), 1e-6);
            Dense.write(v, network.hidden(place).feedback().weights());
        }
        return network;
    }
}
