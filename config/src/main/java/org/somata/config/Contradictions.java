package org.somata.config;

import org.somata.config.LearningConfig.FeedbackWhen;
import org.somata.config.LearningConfig.InverseLoss;
import org.somata.config.NetworkConfig.Output;
import org.somata.config.ScheduleConfig.Passes;

/** Settings of different parts that exclude each other; each is blamed on the key that most likely has to change. */
final class Contradictions {
    private Contradictions() {}

    static void check(long seed, int trials, DataConfig data, TrainingConfig training) {
        if (seed > Long.MAX_VALUE - (trials - 1)) {
            throw new Problem("seed", "is so large that " + trials + " trials run out of seeds; give a smaller one");
        }
        int train = data.train().orElse(Integer.MAX_VALUE);
        if (training.batch() > train) {
            throw new Problem(
                    "training.batch",
                    "is " + training.batch() + ", more than the " + train + " examples of data.train; give at most "
                            + train);
        }
        if (training.patience().isPresent() && data.valid() == 0) {
            throw new Problem(
                    "training.patience",
                    "waits for a lower validation error, but data.valid is 0; give validation examples, or leave"
                            + " patience out");
        }
    }

    static void check(NetworkConfig network, LearningConfig learning, ScheduleConfig schedule) {
        int hidden = network.hidden().size();
        boolean alone = network.output() == Output.RECONSTRUCTION;
        layers("learning.forward", learning.forward(), 1, alone ? hidden : hidden + 1);
        if (learning.rule().trainsFeedback() && !alone) {
            learning.feedback().ifPresent(feedback -> layers("learning.feedback", feedback, 2, hidden));
        }
        String why = whyNoPassOfFeedback(learning, hidden, alone);
        if (why != null && schedule.passes() == Passes.ALTERNATING) {
            throw new Problem("schedule.passes", "is alternating, but " + why + "; give joint");
        }
        if (why != null && schedule.feedbackWarmUp() > 0) {
            throw new Problem(
                    "schedule.feedback-warm-up", "is " + schedule.feedbackWarmUp() + ", but " + why + "; give 0");
        }
    }

    /** Why no pass can train V alone; null if one can. */
    private static String whyNoPassOfFeedback(LearningConfig learning, int hidden, boolean alone) {
        String why = null;
        if (alone) {
            why = "the feedback mapping of an auto-encoder (network.output: reconstruction) shares its weights";
        } else if (!learning.rule().trainsFeedback()) {
            why = "the rule " + learning.rule() + " trains no feedback mapping";
        } else if (hidden < 2) {
            why = "a network of one hidden layer has no feedback mapping";
        } else if (learning.inverseLoss() == InverseLoss.TARGET) {
            why = "the inverse loss of Eq. 17 (learning.inverse-loss: target) needs targets, which the pass over the"
                    + " feedback mappings does not send";
        } else if (learning.feedbackWhen() == FeedbackWhen.AFTER_TARGET) {
            why = "learning.feedback-when: after-target waits for targets, which the pass over the feedback mappings"
                    + " does not send";
        }
        return why;
    }

    private static void layers(String path, MappingLearning mapping, int first, int last) {
        for (int layer : mapping.rateFactors().keySet()) {
            if (layer < first || layer > last) {
                throw new Problem(
                        path + ".rate-factors." + layer,
                        "is no layer with such a mapping; "
                                + (last < first ? "leave it out" : "give a layer from " + first + " to " + last));
            }
        }
    }
}
