package org.somata.experiments.trace.analysis;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.UpdateId;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.experiments.trace.analysis.Remembered.Leaving;
import org.somata.model.signals.Encoded;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/**
 * One layer without a clock: what must have become of each message that it took in hand, which updates must have followed,
 * and how stale they were, counted from what the trace says that it had done before.
 */
final class LayerTerms {
    private final int place;
    private final Terms terms;
    private final Findings findings;
    private final Remembered remembered;
    private final Gradients forward;
    private final Gradients feedback;
    private final Gradients feedbackAbove;
    private final Queue<Due> due = new ArrayDeque<>();
    private final Tardiness tardiness = new Tardiness();
    private MessageRecord inHand;

    LayerTerms(int place, Terms terms, Findings findings) {
        this.place = place;
        this.terms = terms;
        this.findings = findings;
        this.remembered = new Remembered(terms.recall().presentations());
        this.forward = new Gradients(terms.gradients(Mapping.FORWARD));
        this.feedback = gradients(terms.hasFeedback(place));
        this.feedbackAbove = gradients(terms.hasFeedbackAbove(place));
    }

    private Gradients gradients(boolean learned) {
        return new Gradients(learned ? terms.gradients(Mapping.FEEDBACK) : 1);
    }

    /** An update that must follow. */
    private record Due(int layer, Mapping mapping, long staleness) {
        @Override
        public String toString() {
            return "an update of " + MessageId.name(layer) + ":" + mapping.label() + " of staleness " + staleness;
        }
    }

    /** What the layer has counted. */
    Tardiness tardiness() {
        return tardiness;
    }

    /** Updates so far of W, and of V where it lives here. */
    long version(Mapping mapping) {
        return (mapping == Mapping.FORWARD ? forward : feedback).versions();
    }

    /** A message was handled or dropped. */
    void message(MessageRecord message) {
        end();
        inHand = message;
        Outcome must = remembered.outcome(message.kind(), message.presentation(), needs(message.kind()));
        findings.check(
                Invariant.MEMORY,
                must == message.outcome(),
                () -> message.name() + ": is " + message.outcome().label() + ", but by what "
                        + MessageId.name(place) + " had handled before, this "
                        + message.kind().label() + " of presentation " + message.presentation() + " must be "
                        + must.label());
        tardiness.message(message.outcome());
        if (message.outcome() == Outcome.HANDLED) {
            remembered.handled(message.kind(), message.presentation());
            act(message);
        }
    }

    private Set<MessageKind> needs(MessageKind kind) {
        if (place == terms.depth() || kind == MessageKind.ACTIVATION || kind == MessageKind.PROBE) {
            return Set.of();
        }
        return kind == MessageKind.TARGET && terms.hasFeedbackAbove(place)
                ? EnumSet.of(MessageKind.ACTIVATION, MessageKind.FEEDBACK_ACTIVATION)
                : EnumSet.of(MessageKind.ACTIVATION);
    }

    private void act(MessageRecord message) {
        switch (message.kind()) {
            case ACTIVATION -> activation(message);
            case LABEL -> {
                remembered.open(message.presentation()).labelled();
                judge(message);
            }
            case TARGET, GRADIENT, ERROR -> credit(message);
            case PROBE_REPLY -> reply(message);
            case CONTROL -> remembered.over(message.presentation());
            default -> {
                // of others nothing follows that is learned
            }
        }
    }

    private void activation(MessageRecord message) {
        Leaving leaving = remembered.open(message.presentation());
        leaving.left(message.times().started(), forward.versions(), feedback.versions(), feedbackAbove.versions());
        if (place < terms.depth()) {
            if (!terms.feedbackAfterTarget()) {
                learnFeedback(message, leaving);
            }
        } else if (message.purpose() == Purpose.LEARN_FEEDBACK) {
            remembered.over(message.presentation());
        } else {
            judge(message);
        }
    }

    private void judge(MessageRecord message) {
        Leaving leaving = remembered.of(message.presentation());
        if (leaving.canBeJudged()) {
            learnForward(message, leaving);
            remembered.over(message.presentation());
        }
    }

    private void credit(MessageRecord message) {
        Leaving leaving = remembered.of(message.presentation());
        // an empty one says that no credit reaches the layer
        if (leaving != null && message.encoded() != Encoded.NONE) {
            learnForward(message, leaving);
            if (terms.feedbackAfterTarget()) {
                learnFeedback(message, leaving);
                learnFeedbackAbove(message, leaving);
            }
        }
        remembered.over(message.presentation());
    }

    private void reply(MessageRecord message) {
        Leaving leaving = remembered.of(message.presentation());
        if (leaving != null) {
            leaving.replied(message.encoded() != Encoded.NONE);
            if (!terms.feedbackAfterTarget()) {
                learnFeedbackAbove(message, leaving);
            }
        }
    }

    private void learnForward(MessageRecord message, Leaving leaving) {
        if (!terms.acts(place, message.presentation())) {
            tardiness.missed();
        } else if (forward.take(forward.versions() - leaving.forward())) {
            tardiness.age(message.times().started() - leaving.time());
            due.add(new Due(place, Mapping.FORWARD, forward.staleness()));
        }
    }

    private void learnFeedback(MessageRecord message, Leaving leaving) {
        if (!terms.hasFeedback(place) || !terms.feedbackLearnsFrom(message)) {
            return;
        }
        long staleness = feedback.versions() - leaving.feedback();
        for (int time = 0; time < terms.feedbackUpdates(); time++) {
            if (feedback.take(staleness)) {
                due.add(new Due(place, Mapping.FEEDBACK, feedback.staleness()));
            }
        }
    }

    private void learnFeedbackAbove(MessageRecord message, Leaving leaving) {
        if (terms.hasFeedbackAbove(place)
                && message.purpose().learnsFeedback()
                && leaving.hasReply()
                && feedbackAbove.take(feedbackAbove.versions() - leaving.feedbackAbove())) {
            due.add(new Due(place + 1, Mapping.FEEDBACK, feedbackAbove.staleness()));
        }
    }

    /** An update was done here, of the layer's own weights or of V of the layer above. */
    void update(UpdateRecord update) {
        UpdateId id = update.id();
        Due next = due.poll();
        boolean foreseen = next != null
                && next.layer == id.layer()
                && next.mapping == id.mapping()
                && inHand.id().equals(update.cause());
        findings.check(
                Invariant.LEARNING,
                foreseen,
                () -> update.name() + ": " + update.cause() + " brought it about, but what " + MessageId.name(place)
                        + " had in hand then, "
                        + (inHand == null ? "nothing" : inHand.name() + ", must bring about ")
                        + (next == null ? "no further update" : next));
        if (foreseen) {
            findings.check(
                    Invariant.STALENESS,
                    next.staleness == update.staleness(),
                    () -> update.name() + ": its staleness is told as " + update.staleness() + ", but of "
                            + update.cause()
                            + " in hand at " + MessageId.name(place)
                            + " the trace has " + next.staleness + " updates of the same weights since the activation");
        }
        (id.mapping() == Mapping.FORWARD ? forward : id.layer() == place ? feedback : feedbackAbove).updated();
    }

    /** All that the message in hand brought about has been told of. */
    void end() {
        if (inHand != null) {
            findings.check(
                    Invariant.LEARNING,
                    due.isEmpty(),
                    () -> inHand.name() + ": " + MessageId.name(place) + " handled it, and must have done " + due.peek()
                            + ", which is not there");
            due.clear();
        }
    }
}
