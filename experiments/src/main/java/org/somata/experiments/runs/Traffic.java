package org.somata.experiments.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.somata.model.layers.Tally;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.MessageKind.Direction;

/**
 * Messages as sent, and their bits: units × examples × bits a unit, each copy counted. Labels are among neither number.
 *
 * @param messages of training between the input and the layers, in either direction
 * @param examples presented to learn from while these were sent, each as often as it was presented
 * @param sent the same messages by sender and kind; a checkpoint of before they were told apart has none of those before
 *     it
 * @param mishaps what never came to be acted on, as {@link Mishaps} counts it; none in lockstep
 */
record Traffic(
        long messages,
        long bitsForward,
        long bitsFeedback,
        long evaluationMessages,
        long evaluationBitsForward,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long examples,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Sent> sent,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> mishaps) {
    static final Traffic NONE = new Traffic(0, 0, 0, 0, 0, 0, List.of(), Map.of());

    Traffic {
        sent = sent == null ? List.of() : List.copyOf(sent);
        mishaps = mishaps == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(mishaps));
    }

    /**
     * With what a sender has counted.
     *
     * @param place the sender's; the input's is 0
     */
    Traffic plus(int place, Tally tally) {
        long all = messages;
        long forward = bitsForward;
        long feedback = bitsFeedback;
        List<Sent> apart = sent;
        for (MessageKind kind : MessageKind.values()) {
            Sent counted = new Sent(place, kind, tally.count(kind.label()), (long) tally.sum(kind.label()));
            if (kind.direction() != Direction.NEITHER && counted.messages() > 0) {
                all += counted.messages();
                forward += kind.direction() == Direction.FORWARD ? counted.bits() : 0;
                feedback += kind.direction() == Direction.FEEDBACK ? counted.bits() : 0;
                apart = counted.addedTo(apart);
            }
        }
        String evaluation = Tally.EVALUATION + MessageKind.ACTIVATION.label();
        return new Traffic(
                all,
                forward,
                feedback,
                evaluationMessages + tally.count(evaluation),
                evaluationBitsForward + (long) tally.sum(evaluation),
                examples,
                apart,
                Mishaps.plus(mishaps, place, tally));
    }

    /** The same, sent for so many examples in all. */
    Traffic over(long presented) {
        return new Traffic(
                messages,
                bitsForward,
                bitsFeedback,
                evaluationMessages,
                evaluationBitsForward,
                presented,
                sent,
                mishaps);
    }

    /** What crossed each link; none where it is not known of all messages. */
    List<LinkTraffic> links() {
        long known = sent.stream().mapToLong(Sent::messages).sum();
        return known == messages ? LinkTraffic.of(sent, examples) : List.of();
    }
}
