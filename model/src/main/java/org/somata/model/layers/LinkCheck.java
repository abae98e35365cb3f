package org.somata.model.layers;

import java.util.List;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.signals.Levels;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Transmission;

/** What links can carry depends on the rule and on the units at their ends: whether a network's are such. */
record LinkCheck(
        List<MappingSpec> forward, List<LinkSpec> links, OutputLoss loss, LearningSpec learning, Batches batches) {
    /** @throws IllegalArgumentException if they are not; it says which, and what would do */
    void pass() {
        for (int place = 1; place <= links.size(); place++) {
            LinkSpec link = links.get(place - 1);
            require(
                    link.forward() != null && link.feedback() != null && link.evaluation() != null,
                    place,
                    "lacks a transmission; give one in each direction and one of evaluation");
            feedbackMapping(place, link);
            bits(place, link);
        }
        samples();
        if (learning.bottomUp()) {
            for (int place = 2; place <= links.size(); place++) {
                require(
                        rule().crosses(link(place).forward()),
                        place,
                        "lets no credit through, and the layers below never had their turn from bottom to top; give"
                                + " the simultaneous order, or a rule whose gradients go straight through");
            }
        }
    }

    private void feedbackMapping(int place, LinkSpec link) {
        boolean learned = rule().feedback() == Rule.Feedback.LEARNED;
        require(
                !link.feedbackAtReceiver() || learned && rule().feedback().isAt(place, links.size()),
                place,
                "has a feedback mapping at its lower end, which only links 2 to M - 1 have, and only under a rule that"
                        + " trains feedback mappings");
        require(
                !link.feedbackAtReceiver() || learning.feedbackUpdates() == 1,
                place,
                "has a feedback mapping at its lower end, which learns from the one probe that goes up with a"
                        + " presentation and cannot learn " + learning.feedbackUpdates()
                        + " times; give 1 feedback update, or let the mapping live with the layer above the link");
        boolean plain = link.forward().isReal() && link.feedback().isReal() && !link.feedbackAtReceiver();
        require(
                !learned
                        || plain
                        || !rule().feedback().isAt(place, links.size())
                        || learning.inverseLoss() == InverseLoss.OF_ACTIVATION,
                place,
                "cannot have the inverse loss of Eq. 17, for which f_i and g_i are one after the other in one place and"
                        + " real; give that of Eq. 32");
    }

    private void bits(int place, LinkSpec link) {
        for (Transmission activations : List.of(link.forward(), link.evaluation())) {
            if (activations instanceof Transmission.Bits bits && place > 1) {
                range(place, place - 1, bits.levels());
            }
        }
        if (link.feedback() instanceof Transmission.Bits bits) {
            require(
                    rule().credit() == MessageKind.TARGET,
                    place,
                    "cannot carry gradients as drawn bits: they are no probabilities; give signs or real values");
            range(place, link.feedbackAtReceiver() ? place : place - 1, bits.levels());
        }
    }

    /** Bits are drawn of what a unit of the layer {@code units} can be. */
    private void range(int place, int units, Levels levels) {
        Nonlinearity s = forward.get(units - 1).nonlinearity();
        require(
                s == Nonlinearity.SIGMOID && levels == Levels.ZERO_ONE
                        || s == Nonlinearity.TANH && levels == Levels.PLUS_MINUS_ONE,
                place,
                "cannot draw bits of levels " + levels + " of the " + s + " units of layer " + units
                        + "; give ZERO_ONE for sigmoid and PLUS_MINUS_ONE for tanh units, or signs or real values");
    }

    private void samples() {
        require(
                batches.evaluationSamples() == 1 || any(true),
                "several samples of evaluation, but no link carries drawn bits in it; give 1");
        if (batches.learningSamples() > 1) {
            require(any(false), "several samples of learning, but no link carries drawn bits in it; give 1");
            require(
                    rule().credit() == MessageKind.GRADIENT
                            && links.stream().allMatch(link -> rule().crosses(link.forward())),
                    "several samples of learning need a rule whose gradients go straight through drawn bits; give"
                            + " backpropagation, or 1 sample");
            require(
                    loss == OutputLoss.SOFTMAX_CROSS_ENTROPY && !learning.bottomUp(),
                    "several samples of learning need softmax outputs and the simultaneous order; give those, or 1"
                            + " sample");
        }
    }

    private boolean any(boolean evaluation) {
        return links.stream()
                .map(link -> evaluation ? link.evaluation() : link.forward())
                .anyMatch(Transmission.Bits.class::isInstance);
    }

    private Rule rule() {
        return learning.rule();
    }

    private LinkSpec link(int place) {
        return links.get(place - 1);
    }

    private static void require(boolean holds, int place, String otherwise) {
        require(holds, "link " + place + " " + otherwise);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
