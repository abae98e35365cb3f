package org.somata.model.signals;

import java.util.Locale;
import org.somata.model.learning.Moment;

/**
 * One minibatch on its way through the network.
 *
 * @param number counts the presentations of a run from 1 in its order, over all epochs; evaluation counts for itself
 * @param purpose what the layers do with it
 * @param moment where in the run it stands
 * @param examples B, the examples in it
 */
public record Presentation(long number, Purpose purpose, Moment moment, int examples) {
    /** Presentations under way at a time in lockstep: a layer's next one proves that the one before the last is over. */
    public static final int SLOTS = 2;

    /** Which of the places for what belongs to one presentation is this one's. */
    public int slot() {
        return (int) (number % SLOTS);
    }

    /** What layers do with a presentation. */
    public enum Purpose {
        /** Targets come down; V and W learn. */
        LEARN(true, true),
        /** The half of alternating epochs that trains only V: no targets. */
        LEARN_FEEDBACK(true, false),
        /** The half of alternating epochs that trains only W. */
        LEARN_FORWARD(false, true),
        /** Targets come down and gradients are computed, but nothing changes: diagnostics. */
        OBSERVE(false, false),
        /** Activations go up to the output layer, which reports. */
        EVALUATE(false, false);

        private final boolean feedback;
        private final boolean forward;
        private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

        Purpose(boolean feedback, boolean forward) {
            this.feedback = feedback;
            this.forward = forward;
        }

        /** As in a trace: {@code learn-feedback}. */
        public String label() {
            return label;
        }

        /** Whether V learns. */
        public boolean learnsFeedback() {
            return feedback;
        }

        /** Whether W learns. */
        public boolean learnsForward() {
            return forward;
        }

        /** Whether anything learns. */
        public boolean learns() {
            return feedback || forward;
        }

        /** Whether credit comes down from the output. */
        public boolean sendsCredit() {
            return forward || this == OBSERVE;
        }
    }
}
