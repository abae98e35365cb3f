package org.somata.model.layers;

import org.somata.model.learning.Decaying;
import org.somata.model.signals.Presentation;

/**
 * How all layers of a network learn.
 *
 * @param inverseLoss what g_i is trained on
 * @param noise σ of the ε in the inverse loss
 * @param feedbackEvery V learns on the first presentation of a run and on every such one after it
 * @param feedbackAfterTarget whether V learns when the target has been passed on, rather than on the activation
 * @param bottomUp whether layers learn one at a time from the bottom, each from its input heard again
 * @param feedbackUpdates how often V learns on each presentation that it learns from, each time with new noise and the
 *     weights of then
 */
public record LearningSpec(
        Rule rule,
        InverseLoss inverseLoss,
        Decaying noise,
        int feedbackEvery,
        boolean feedbackAfterTarget,
        boolean bottomUp,
        int feedbackUpdates) {
    /** V learns once on each. */
    public LearningSpec(
            Rule rule,
            InverseLoss inverseLoss,
            Decaying noise,
            int feedbackEvery,
            boolean feedbackAfterTarget,
            boolean bottomUp) {
        this(rule, inverseLoss, noise, feedbackEvery, feedbackAfterTarget, bottomUp, 1);
    }

    public LearningSpec {
        if (inverseLoss == InverseLoss.OF_TARGET && !feedbackAfterTarget) {
            throw new IllegalArgumentException("the inverse loss of Eq. 17 needs the target before V can learn");
        }
        if (feedbackUpdates < 1) {
            throw new IllegalArgumentException("V learns " + feedbackUpdates
                    + " times on each presentation that it learns from; give 1 or more, or passes that train W alone");
        }
    }

    /** Whether feedback mappings learn from this presentation. */
    boolean feedbackLearnsFrom(Presentation presentation) {
        return rule.feedback() == Rule.Feedback.LEARNED
                && presentation.purpose().learnsFeedback()
                && (presentation.number() - 1) % feedbackEvery == 0;
    }
}
