package org.somata.experiments.trace.analysis;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.somata.experiments.trace.Outcome;
import org.somata.model.layers.Recall;
import org.somata.model.signals.MessageKind;

/**
 * What a layer without a clock must remember when it has handled what a trace says: a number of presentations, of which
 * the oldest is forgotten where there is no room, and for longer which kinds of message it has handled of each.
 */
final class Remembered {
    private final int capacity;
    private final Map<Long, Leaving> presentations = new LinkedHashMap<>();
    private final Map<Long, Known> known = new LinkedHashMap<>();

    /** @param capacity presentations that it remembers */
    Remembered(int capacity) {
        this.capacity = capacity;
    }

    /** A presentation whose activation has left, or will: versions and the time of then. */
    static final class Leaving {
        private boolean hasActivation;
        private boolean hasLabel;
        private boolean hasReply;
        private long forward;
        private long feedback;
        private long feedbackAbove;
        private long time;

        void left(long moment, long ofForward, long ofFeedback, long ofFeedbackAbove) {
            hasActivation = true;
            time = moment;
            forward = ofForward;
            feedback = ofFeedback;
            feedbackAbove = ofFeedbackAbove;
        }

        void labelled() {
            hasLabel = true;
        }

        void replied(boolean withValues) {
            hasReply = withValues;
        }

        /** Of the output layer: the activation and the classes are there. */
        boolean canBeJudged() {
            return hasActivation && hasLabel;
        }

        /** Whether what the layer above made of a probe has come. */
        boolean hasReply() {
            return hasReply;
        }

        long forward() {
            return forward;
        }

        long feedback() {
            return feedback;
        }

        long feedbackAbove() {
            return feedbackAbove;
        }

        /** When its activation was taken in hand, in the run's own clock. */
        long time() {
            return time;
        }
    }

    private static final class Known {
        private final Set<MessageKind> handled = EnumSet.noneOf(MessageKind.class);
        private boolean over;
    }

    /** What must become of a message. @param needs kinds that must have been handled of its presentation before */
    Outcome outcome(MessageKind kind, long presentation, Set<MessageKind> needs) {
        Known before = known.getOrDefault(presentation, new Known());
        if (before.handled.contains(kind)) {
            return Outcome.DUPLICATE;
        }
        boolean pairless = !needs.isEmpty() && !presentations.containsKey(presentation);
        return before.over || pairless || !before.handled.containsAll(needs) ? Outcome.EXPIRED : Outcome.HANDLED;
    }

    void handled(MessageKind kind, long presentation) {
        if (!known.containsKey(presentation)) {
            if (known.size() == Recall.known(capacity)) {
                forgetOldest(known);
            }
            known.put(presentation, new Known());
        }
        known.get(presentation).handled.add(kind);
    }

    /** The presentation, remembered from now on or already. */
    Leaving open(long presentation) {
        Leaving there = presentations.get(presentation);
        if (there != null) {
            return there;
        }
        if (presentations.size() == capacity) {
            end(forgetOldest(presentations));
        }
        Leaving opened = new Leaving();
        presentations.put(presentation, opened);
        return opened;
    }

    /** Null if it is not remembered. */
    Leaving of(long presentation) {
        return presentations.get(presentation);
    }

    /** The layer has no more to do with it. */
    void over(long presentation) {
        if (presentations.remove(presentation) != null) {
            end(presentation);
        }
    }

    private void end(long presentation) {
        Known of = known.get(presentation);
        if (of != null) {
            of.over = true;
        }
    }

    private static long forgetOldest(Map<Long, ?> inOrder) {
        Iterator<Long> numbers = inOrder.keySet().iterator();
        long oldest = numbers.next();
        numbers.remove();
        return oldest;
    }
}
