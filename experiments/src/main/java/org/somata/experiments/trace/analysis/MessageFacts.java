package org.somata.experiments.trace.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Times;
import org.somata.model.signals.MessageId;

/**
 * A message as answers tell of it, by the names of an export.
 *
 * @param digest of what it carried, in hexadecimal; null where that was not recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageFacts(
        String id,
        List<String> causes,
        String kind,
        String from,
        String to,
        long presentation,
        long wVersion,
        long vVersion,
        Moments times,
        Moments wall,
        String encoding,
        int units,
        int batch,
        long bits,
        String outcome,
        String digest) {
    /** Where it was when, in nanoseconds or positions; null where it did not come to it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Moments(Long sent, Long delivered, Long started, Long finished) {
        static Moments of(Times times) {
            return new Moments(
                    known(times.sent()), known(times.delivered()), known(times.started()), known(times.finished()));
        }

        private static Long known(long time) {
            return time == Times.UNKNOWN ? null : time;
        }
    }

    static MessageFacts of(MessageRecord message) {
        return new MessageFacts(
                message.name(),
                message.causes().stream().map(MessageId::toString).toList(),
                message.kind().label(),
                MessageId.name(message.from()),
                MessageId.name(message.to()),
                message.presentation(),
                message.wVersion(),
                message.vVersion(),
                Moments.of(message.times()),
                Moments.of(message.wall()),
                message.encoded().label(),
                message.units(),
                message.batch(),
                message.bits(),
                message.outcome().label(),
                message.payload()
                        .map(payload -> Integer.toHexString(payload.digest()))
                        .orElse(null));
    }
}
