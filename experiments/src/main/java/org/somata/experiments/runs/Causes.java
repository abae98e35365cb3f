package org.somata.experiments.runs;

import java.util.Optional;
import org.somata.experiments.assembly.Lessons;
import org.somata.model.signals.MessageKind;

/**
 * Why weights never learned in a run without a clock: what they needed is traced back, from layer to layer, to where
 * all of it was lost or dropped, or nothing was made of it.
 */
final class Causes {
    private final Lessons lessons;
    private final Crossings crossings;
    private final MessageKind credit;
    private final int depth;
    private final boolean settled;

    /** @param settled whether nothing is under way any more */
    Causes(Lessons lessons, Crossings crossings, boolean settled) {
        this.settled = settled;
        this.lessons = lessons;
        this.crossings = crossings;
        this.credit = lessons.credit();
        this.depth = lessons.depth();
    }

    /** Why W of a layer did not. */
    String ofForward(int place) {
        return (place == depth ? judgement() : credit(place)).orElseGet(() -> notActedOn(place));
    }

    /** Why V of a layer did not, whichever end of its link it lives at. */
    String ofFeedback(int place) {
        boolean below = lessons.layer(place).cable();
        int at = below ? place - 1 : place;
        Optional<String> cause = activation(at);
        if (below) {
            cause = cause.or(() -> crossings.failure(MessageKind.PROBE, at, place))
                    .or(() -> crossings.failure(MessageKind.PROBE_REPLY, place, at))
                    .or(() -> crossings.failure(MessageKind.FEEDBACK_ACTIVATION, place, at));
        }
        if (lessons.afterTarget()) {
            cause = cause.or(() -> credit(at));
        }
        int gathered = lessons.layer(place).feedbackGathered().orElseThrow();
        return cause.orElseGet(() -> tooFew(gathered, "feedback"));
    }

    /** Why a layer handled no activation; empty if it did, or may yet. */
    private Optional<String> activation(int place) {
        if (crossings.sent(MessageKind.ACTIVATION, place - 1) > 0) {
            return crossings.failure(MessageKind.ACTIVATION, place - 1, place);
        }
        return place == 1 ? Optional.of("no presentation entered") : activation(place - 1);
    }

    /** Why a hidden layer handled no credit; empty if it did, or may yet. */
    private Optional<String> credit(int place) {
        int from = credit == MessageKind.ERROR ? depth : place + 1;
        if (crossings.sent(credit, from) == 0) {
            return from == depth ? judgement() : credit(from);
        }
        Optional<String> failure = crossings.failure(credit, from, place);
        return failure.isPresent() && lessons.layer(from).cable()
                ? crossings
                        .failure(MessageKind.FEEDBACK_ACTIVATION, from, place)
                        .or(() -> failure)
                : failure;
    }

    /** Why the output layer judged nothing; empty if it did, or may yet. */
    private Optional<String> judgement() {
        if (crossings.sent(credit, depth) > 0 || crossings.missed(depth) > 0) {
            return Optional.empty();
        }
        return activation(depth).or(() -> settled ? crossings.withoutLabels(lessons) : Optional.empty());
    }

    /** Nothing kept the credit from coming. */
    private String notActedOn(int place) {
        Lessons.OfLayer layer = lessons.layer(place);
        long missed = crossings.missed(place);
        if (missed > 0 && (layer.gathered() == 1 || layer.actProbability() == 0)) {
            return "it acted on none of " + Crossings.counted(missed, place == depth ? "presentation" : credit.label())
                    + " (schedule.act-probability " + layer.actProbability() + ")";
        }
        return layer.reached()
                ? tooFew(layer.gathered(), "forward")
                : "no " + credit.label() + " crosses the links of bits above it";
    }

    private String tooFew(int gathered, String which) {
        String unknown = settled ? "nothing that was counted says why" : "what it needs is still under way";
        return gathered == 1
                ? unknown
                : "there were fewer gradients than the " + gathered + " of an update (learning." + which
                        + ".accumulate)";
    }
}
