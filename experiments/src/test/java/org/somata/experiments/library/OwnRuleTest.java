package org.somata.experiments.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.somata.examples.DampedDifferenceTargetPropagation;
import org.somata.model.layers.Rule;
import org.somata.model.rules.DifferenceTargetPropagation;

/** A rule that the program does not know, in one file. */
class OwnRuleTest {
    private static final Rule DAMPED = new DampedDifferenceTargetPropagation(0.3, 0.5);

    @Test
    void itLearns() {
        try (LearningNetwork network = LearningNetwork.of(Digits.ALL.features(), Digits.ALL.classes())
                .hidden(60, 3)
                .rule(DAMPED)
                .forward(Optimisers.centredRmsprop(), 0.005)
                .feedback(Optimisers.centredRmsprop(), 0.005)
                .noise(0.3)
                .threads(2)
                .build()) {
            double before = network.evaluate(Digits.ALL.test()).error();
            network.train(Digits.ALL.train(), 4);
            double after = network.evaluate(Digits.ALL.test()).error();
            assertTrue(before > 70 && after < 15, before + " % before, " + after + " % after");
        }
    }

    @Test
    void withoutDampingItIsDifferenceTargetPropagationToTheBit() {
        var itself = Digits.trained(Digits.small(new DifferenceTargetPropagation(0.3)));
        assertEquals(itself, Digits.trained(Digits.small(new DampedDifferenceTargetPropagation(0.3, 1))));
        assertNotEquals(itself, Digits.trained(Digits.small(DAMPED)));
    }

    /** Layer 3's targets for layer 2 make it learn what they say, which is nothing. */
    @Test
    void dampedToNothingNoLayerBelowTheFirstTargetLearns() {
        NetworkBuilder still = Digits.small(new DampedDifferenceTargetPropagation(0.3, 0));
        try (LearningNetwork network = still.build()) {
            var first = Digits.bits(network.array(1, "W"));
            var second = Digits.bits(network.array(2, "W"));
            var third = Digits.bits(network.array(3, "W"));
            network.train(Digits.SMALL.train(), 1);
            assertEquals(first, Digits.bits(network.array(1, "W")));
            assertEquals(second, Digits.bits(network.array(2, "W")));
            assertNotEquals(third, Digits.bits(network.array(3, "W")));
        }
    }

    @Test
    void actorsAndTheLoopAgreeOnItToTheBit() {
        assertEquals(
                Digits.trained(Digits.small(DAMPED).loop()),
                Digits.trained(Digits.small(DAMPED).threads(2)));
    }
}
