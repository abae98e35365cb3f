package org.somata.experiments.trace.analysis;

import java.util.List;
import java.util.stream.IntStream;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;

/**
 * Whether the layers of a network without a clock did what their configuration has them do with the messages that they took
 * in hand, each in its own order.
 */
final class ClocklessCheck implements Check.RecordCheck {
    private final List<LayerTerms> layers;
    private final SentVersions versions;

    ClocklessCheck(Terms terms, Findings findings) {
        layers = IntStream.rangeClosed(1, terms.depth())
                .mapToObj(place -> new LayerTerms(place, terms, findings))
                .toList();
        versions = new SentVersions(findings);
    }

    private LayerTerms at(int place) {
        return layers.get(place - 1);
    }

    @Override
    public void message(MessageRecord message) {
        if (message.from() > MessageId.INPUT) {
            versions.sent(message);
            if (message.outcome() == Outcome.LOST) {
                at(message.from()).tardiness().lose();
            }
        }
        if (message.times().isComplete()) {
            LayerTerms layer = at(message.to());
            if (message.outcome() == Outcome.HANDLED) {
                versions.inHand(message.id(), layer.version(Mapping.FORWARD), layer.version(Mapping.FEEDBACK));
            }
            layer.message(message);
        }
    }

    @Override
    public void update(UpdateRecord update) {
        at(update.at()).update(update);
        Tardiness tardiness = at(update.id().layer()).tardiness();
        if (update.id().mapping() == Mapping.FORWARD) {
            tardiness.update(update.staleness());
        } else {
            tardiness.feedbackUpdate(update.staleness());
        }
    }

    @Override
    public void end() {
        layers.forEach(LayerTerms::end);
    }

    /** What each layer has counted, from the first. */
    List<Tardiness> counted() {
        return layers.stream().map(LayerTerms::tardiness).toList();
    }
}
