package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.Rule;
import org.somata.model.learning.Coping;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.RateScaling;
import org.somata.model.numerics.Matrix;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Transmission;

/** The same again is the same to the bit. The last minibatch of an epoch is a smaller one. */
class ReproducibilityTest {
    private static final Table EXAMPLES = Table.corners(1, 47);
    private static final LinkSpec CABLE = new LinkSpec(Transmission.REAL, Transmission.REAL, Transmission.REAL, true);

    static Stream<Networks> networks() {
        return Stream.of(
                networksOf(new Optimiser.CentredRmsprop(0.95, 0.9, 1e-3)),
                networksOf(new Optimiser.Adam(0.9, 0.999, 1e-8)).bottomUp(true),
                networksOf(new Optimiser.Sgd(0.9)).inverseLossOfTarget(),
                networksOf(new Optimiser.Rmsprop(0.9, 1e-6)).averageDecay(0.9),
                // 5 minibatches a pass: some gradients are waiting whenever one ends
                networksOf(new Optimiser.CentredRmsprop(0.95, 0.9, 1e-3))
                        .coping(gathering(3), gathering(2))
                        .feedbackUpdates(3)
                        .averageDecay(0.9),
                networksOf(new Optimiser.Sgd(0.9))
                        .coping(gathering(2), gathering(3))
                        .link(2, CABLE),
                networksOf(new Optimiser.Adam(0.9, 0.999, 1e-8)).bottomUp(true).coping(gathering(2), gathering(4)),
                autoencoder(new DifferenceTargetPropagation(0)),
                autoencoder(new Backpropagation()).averageDecay(0.9));
    }

    private static Networks networksOf(Optimiser optimiser) {
        return Networks.of(4, 12, 11, 10, 3)
                .rule(new DifferenceTargetPropagation(2))
                .optimiser(optimiser)
                .rates(0.01, 0.01)
                .noise(0.3);
    }

    private static Coping gathering(int gradients) {
        return new Coping(RateScaling.INVERSE, false, gradients);
    }

    private static Networks autoencoder(Rule rule) {
        return Networks.of(4, 9)
                .rule(rule)
                .optimiser(new Optimiser.Adam(0.9, 0.999, 1e-8))
                .rates(0.01, 0.01)
                .noise(0.3);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void twiceGivesTheSameBits(Networks networks) {
        Taught once = networks.fused().learn(EXAMPLES, 3);
        Taught again = networks.fused().learn(EXAMPLES, 3);
        assertSameBits(once, again);
        assertEquals(once.evaluate(EXAMPLES), again.evaluate(EXAMPLES));
        assertFalse(Arrays.equals(
                once.layer(once.depth()).forward().weights().toFloats(),
                networks.seed(2)
                        .fused()
                        .learn(EXAMPLES, 3)
                        .layer(once.depth())
                        .forward()
                        .weights()
                        .toFloats()));
    }

    /** What a checkpoint holds is enough: arrays and versions taken over by a network that has lived otherwise. */
    @ParameterizedTest
    @MethodSource("networks")
    void theFutureDependsOnArraysAndVersionsAlone(Networks networks) {
        Taught undisturbed = networks.fused().learn(EXAMPLES, 4);
        Taught stopped = networks.fused().learn(EXAMPLES, 2);
        Taught other = networks.fused().learn(Table.corners(9, 30), 3).copy(stopped);
        assertSameBits(undisturbed, other.learn(EXAMPLES, 2));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void lookingDoesNotDisturb(Networks networks) {
        Taught undisturbed = networks.fused().learn(EXAMPLES, 2);
        Taught observed = networks.fused().learn(EXAMPLES, 1);
        observed.evaluate(EXAMPLES);
        observed.loop.learn(observed.pass(Purpose.OBSERVE, EXAMPLES), 0, Network.Watcher.NONE);
        assertSameBits(undisturbed, observed.learn(EXAMPLES, 1));
    }

    private static void assertSameBits(Taught a, Taught b) {
        for (int place = 1; place <= a.depth(); place++) {
            assertSameBits(a.layer(place).arrays(), b.layer(place).arrays());
            assertSameBits(a.layer(place).arraysOfLayerAbove(), b.layer(place).arraysOfLayerAbove());
            assertEquals(a.layer(place).versions(), b.layer(place).versions());
        }
    }

    private static void assertSameBits(Map<String, Matrix> a, Map<String, Matrix> b) {
        assertEquals(a.keySet(), b.keySet());
        a.forEach(
                (name, array) -> assertArrayEquals(array.toFloats(), b.get(name).toFloats(), name));
    }
}
