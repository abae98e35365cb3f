package org.somata.config;

import java.util.List;
import java.util.stream.IntStream;
import org.somata.config.LearningConfig.Estimator;
import org.somata.config.LearningConfig.InverseLoss;
import org.somata.config.LearningConfig.Rule;
import org.somata.config.LinksConfig.End;
import org.somata.config.LinksConfig.Link;
import org.somata.config.NetworkConfig.Nonlinearity;
import org.somata.config.NetworkConfig.Output;

/** What links cannot carry in a given network, and what cannot be done with what they carry. */
final class LinkContradictions {
    private final NetworkConfig network;
    private final LinksConfig links;
    private final LearningConfig learning;
    private final EvaluationConfig evaluation;
    private final ScheduleConfig schedule;
    private final List<HiddenConfig> hidden;
    private final int depth;

    private LinkContradictions(
            NetworkConfig network,
            LinksConfig links,
            LearningConfig learning,
            ScheduleConfig schedule,
            EvaluationConfig evaluation) {
        this.network = network;
        this.schedule = schedule;
        this.links = links;
        this.learning = learning;
        this.evaluation = evaluation;
        hidden = network.hidden();
        depth = hidden.size() + 1;
    }

    static void check(
            NetworkConfig network,
            LinksConfig links,
            LearningConfig learning,
            ScheduleConfig schedule,
            EvaluationConfig evaluation) {
        LinkContradictions of = new LinkContradictions(network, links, learning, schedule, evaluation);
        of.numbers();
        for (int place = 1; place <= of.depth; place++) {
            of.forward(place);
        }
        for (int place = 2; place <= of.depth; place++) {
            of.feedback(place);
        }
        of.samplesOfEvaluation();
        of.samplesOfLearning();
        of.bottomUp();
    }

    private void numbers() {
        links.each().keySet().forEach(place -> number("links.each.", place));
        evaluation.transmission().keySet().forEach(place -> number("evaluation.transmission.", place));
        if (links.own(1).feedback().isPresent()) {
            throw new Problem("links.each.1.feedback", "is given, but nothing is sent down to the input; leave it out");
        }
        if (links.own(1).down().isPresent()) {
            throw new Problem("links.each.1.down", "is given, but nothing is sent down to the input; leave it out");
        }
        for (int place : new int[] {1, depth}) {
            if (links.own(place).feedbackAt().isPresent()) {
                throw new Problem(
                        "links.each." + place + ".feedback-at",
                        "is given, but " + (place == 1 ? "nothing is sent down to the input" : "no feedback mapping")
                                + (place == 1 ? "" : " leads down from the output layer") + "; leave it out");
            }
        }
    }

    private void number(String path, int place) {
        if (place > depth) {
            throw new Problem(path + place, "is no link of this network; give a link from 1 to " + depth);
        }
    }

    /** Layers behind a link that lets no credit through would wait for their turn for ever. */
    private void bottomUp() {
        boolean ends = learning.rule().hasTargets()
                && learning.rule().hasEstimator()
                && learning.estimator() == Estimator.NONE
                && IntStream.rangeClosed(2, depth)
                        .anyMatch(place -> !(links.link(place, depth).forward() instanceof TransmissionConfig.Real));
        if (ends && schedule.order() == ScheduleConfig.Order.BOTTOM_UP) {
            throw new Problem(
                    "schedule.order",
                    "is bottom-up, but learning.estimator: none lets no target through links that carry bits; give"
                            + " simultaneous, or the estimator straight-through");
        }
    }

    private void forward(int place) {
        if (place > 1 && isBits(links.link(place, depth).forward())) {
            drawn(links.own(place).forward().isPresent(), place, "forward", place - 1);
        }
        TransmissionConfig evaluated = evaluation.transmission().get(place);
        if (place > 1 && evaluated != null && isBits(evaluated)) {
            drawn("evaluation.transmission." + place, place - 1);
        }
    }

    private void feedback(int place) {
        Link link = links.link(place, depth);
        boolean atReceiver = link.feedbackAt() == End.RECEIVER;
        if (atReceiver && !learning.rule().trainsFeedback()) {
            throw new Problem(
                    key(links.own(place).feedbackAt().isPresent(), place, "feedback-at"),
                    "is receiver, but the rule " + learning.rule() + " trains no feedback mapping; give sender");
        }
        if (atReceiver && learning.feedbackUpdates() > 1) {
            throw new Problem(
                    "learning.feedback-updates",
                    "is " + learning.feedbackUpdates() + ", but the feedback mapping of link " + place
                            + " is at the receiver, where it learns from the one probe that goes up; give 1, or"
                            + " links.feedback-at: sender");
        }
        if (isBits(link.feedback())) {
            boolean own = links.own(place).feedback().isPresent();
            if (!learning.rule().hasTargets()) {
                throw new Problem(
                        key(own, place, "feedback"),
                        "is bits, but what the rule " + learning.rule()
                                + " sends down is no target to draw from; give real or sign");
            }
            // what crosses is ĥ_{i−1}, or h_i and ĥ_i
            drawn(own, place, "feedback", atReceiver ? place : place - 1);
        }
        if (place < depth
                && learning.rule().trainsFeedback()
                && learning.inverseLoss() == InverseLoss.TARGET
                && !link.isPlain()) {
            throw new Problem(
                    "learning.inverse-loss",
                    "is target, but the inverse loss of Eq. 17 needs f_" + place + " and g_" + place
                            + " in one place and numbers between them, and link " + place
                            + " is not real in both directions with its feedback mapping at the sender; give"
                            + " activation");
        }
    }

    private void drawn(boolean own, int place, String what, int layer) {
        drawn(key(own, place, what), layer);
    }

    /** Bits are drawn with the probabilities that a layer's values stand for. */
    private void drawn(String key, int layer) {
        Nonlinearity units = hidden.get(layer - 1).nonlinearity();
        if (units != Nonlinearity.SIGMOID && units != Nonlinearity.TANH) {
            throw new Problem(
                    key,
                    "is bits, but the " + units + " units of layer " + layer
                            + " have no probabilities to draw with; give real or sign, or sigmoid or tanh units");
        }
    }

    private void samplesOfEvaluation() {
        if (evaluation.samples() > 1
                && places().noneMatch(place -> isBits(evaluation.forward(place, links.link(place, depth))))) {
            throw new Problem(
                    "evaluation.samples",
                    "is " + evaluation.samples() + ", but no link of this network carries bits in evaluation and there"
                            + " is nothing to sample; give 1");
        }
    }

    private void samplesOfLearning() {
        if (learning.samples() == 1) {
            return;
        }
        String key = "learning.samples";
        String is = "is " + learning.samples() + ", but ";
        if (learning.rule() != Rule.BACKPROPAGATION) {
            throw new Problem(
                    key, is + "the rule " + learning.rule() + " draws once; give 1, or the rule backpropagation");
        } else if (places().noneMatch(place -> isBits(links.link(place, depth).forward()))) {
            throw new Problem(key, is + "no link carries bits in learning and there is nothing to sample; give 1");
        } else if (network.output() != Output.SOFTMAX_CROSS_ENTROPY) {
            throw new Problem(
                    key,
                    is + "it averages the probabilities of a softmax, and network.output is " + network.output()
                            + "; give 1, or the output softmax-cross-entropy");
        } else if (learning.estimator() != Estimator.STRAIGHT_THROUGH) {
            throw new Problem(
                    "learning.estimator",
                    "is " + learning.estimator() + ", but learning.samples is " + learning.samples()
                            + " for the sake of gradients that pass the bits; give straight-through");
        }
    }

    private IntStream places() {
        return IntStream.rangeClosed(1, depth);
    }

    private static boolean isBits(TransmissionConfig transmission) {
        return transmission instanceof TransmissionConfig.Bits;
    }

    /** Where a link's setting was written: with the link itself, or for all. */
    static String key(boolean own, int place, String what) {
        return "links." + (own ? "each." + place + "." : "") + what;
    }
}
