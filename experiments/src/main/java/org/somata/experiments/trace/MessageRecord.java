package org.somata.experiments.trace;

import java.util.List;
import java.util.Optional;
import org.somata.model.signals.Encoded;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/**
 * A message of learning, from its leaving to what became of it. Evaluation is no part of a run's time and leaves no
 * records.
 *
 * @param id who sent it, and the how-manieth message of learning that was; copies that a link made have the same
 * @param causes what it follows from: first the message whose handling sent it, then what its sender had heard of the
 *     same presentation before; none of the input and of the teacher
 * @param to the place of its receiver
 * @param wVersion updates of the sender's W when it sent this
 * @param vVersion the same of V
 * @param times in the run's own clock
 * @param wall the same, as the machine took them; those of a run on the wall clock are equal to {@code times}
 * @param units numbers for each example
 * @param batch examples, each as often as bits of it were drawn
 * @param bits units × examples × 32 or 1
 * @param payload what it carried, where the trace has it
 */
public record MessageRecord(
        MessageId id,
        List<MessageId> causes,
        MessageKind kind,
        int to,
        Purpose purpose,
        long presentation,
        long wVersion,
        long vVersion,
        Times times,
        Times wall,
        Encoded encoded,
        int units,
        int batch,
        long bits,
        Outcome outcome,
        Optional<Payload> payload)
        implements TraceRecord {
    public MessageRecord {
        causes = List.copyOf(causes);
    }

    @Override
    public String name() {
        return id.toString();
    }

    /** The sender's place: 0 is the input, −1 the teacher. */
    public int from() {
        return id.sender();
    }

    @Override
    public int at() {
        return to;
    }

    /** When it was taken in hand; when it was sent, if it never was. */
    @Override
    public long time() {
        return times.started() == Times.UNKNOWN ? times.sent() : times.started();
    }
}
