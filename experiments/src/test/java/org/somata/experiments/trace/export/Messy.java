package org.somata.experiments.trace.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.Payload;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateId;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.Encoded;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** A trace of what no lockstep run does: on a virtual clock, with every outcome, stale updates and no losses to tell. */
final class Messy {
    /** Of the run; every format has to do something about its letters. */
    static final String NAME = "a \"run\", \\ é\n";

    private static final long UNKNOWN = Times.UNKNOWN;

    private Messy() {}

    static MadeUpTrace trace() {
        TraceHeader header = new TraceHeader(
                NAME,
                7,
                "difference-target-propagation",
                TraceHeader.Level.PAYLOAD,
                TraceHeader.Clock.VIRTUAL,
                List.of(4, 3, 2),
                5,
                0,
                0);
        List<TraceRecord> records = new ArrayList<>();
        // layers 1 and 2 at work at the same time
        MessageId input = new MessageId(0, 1);
        records.add(message(input, List.of(), MessageKind.ACTIVATION, 1, 1, times(0, 100, 100, 900), Outcome.HANDLED));
        records.add(update(1, UpdateId.Mapping.FEEDBACK, input, 1, 0, Float.NaN, 900));
        MessageId label = new MessageId(MessageId.TEACHER, 1);
        records.add(message(label, List.of(), MessageKind.LABEL, 2, 1, times(0, 150, 150, 160), Outcome.HANDLED));
        MessageId up = new MessageId(1, 1);
        records.add(message(
                up, List.of(input), MessageKind.ACTIVATION, 2, 1, times(900, 950, 1000, 3000), Outcome.HANDLED));
        records.add(update(2, UpdateId.Mapping.FORWARD, up, 1, 3, Float.POSITIVE_INFINITY, 3000));
        MessageId down = new MessageId(2, 1);
        records.add(message(
                down, List.of(up, label), MessageKind.TARGET, 1, 1, times(3000, 3200, 3300, 3400), Outcome.HANDLED));
        // three updates in one turn, then one that was put off
        records.add(update(1, UpdateId.Mapping.FORWARD, down, 1, 2, 0.5f, 3400));
        records.add(update(1, UpdateId.Mapping.FEEDBACK, down, 2, 1, 0.25f, 3400));
        records.add(above(down, 3400));
        records.add(update(1, UpdateId.Mapping.FEEDBACK, down, 3, 4, 0.125f, 5000));
        records.add(message(
                new MessageId(2, 2),
                List.of(),
                MessageKind.TARGET,
                1,
                2,
                times(3100, 6000, 6000, 6000),
                Outcome.EXPIRED));
        records.add(message(
                new MessageId(2, 1),
                List.of(),
                MessageKind.TARGET,
                1,
                1,
                times(3000, 6100, 6100, 6100),
                Outcome.DUPLICATE));
        records.add(lost(2, 3, 3150));
        records.add(lost(2, 4, 3160));
        records.add(message(
                new MessageId(2, 5),
                List.of(),
                MessageKind.TARGET,
                1,
                2,
                times(3170, UNKNOWN, UNKNOWN, UNKNOWN),
                Outcome.IN_FLIGHT));
        return new MadeUpTrace(header, records, List.of());
    }

    private static Times times(long sent, long delivered, long started, long finished) {
        return new Times(sent, delivered, started, finished);
    }

    private static MessageRecord lost(int from, long sequence, long sent) {
        return message(
                new MessageId(from, sequence),
                List.of(),
                MessageKind.TARGET,
                1,
                2,
                times(sent, UNKNOWN, UNKNOWN, UNKNOWN),
                Outcome.LOST);
    }

    /** Those of layer 2 have a payload; the second of them all of it. */
    private static MessageRecord message(
            MessageId id,
            List<MessageId> causes,
            MessageKind kind,
            int to,
            long presentation,
            Times times,
            Outcome outcome) {
        Payload payload = new Payload(
                0x00c0ffee,
                0.5f,
                Float.NaN,
                0.25f,
                0,
                new float[] {1, -0.5f},
                id.sequence() == 2 ? Optional.of(new float[] {1, Float.NaN, 1e-9f}) : Optional.empty());
        return new MessageRecord(
                id,
                causes,
                kind,
                to,
                Purpose.LEARN_FORWARD,
                presentation,
                3,
                4,
                times,
                Times.NONE,
                Encoded.SIGN,
                3,
                5,
                15,
                outcome,
                id.sender() == 2 ? Optional.of(payload) : Optional.empty());
    }

    private static UpdateRecord update(
            int layer, UpdateId.Mapping mapping, MessageId cause, long version, long staleness, float loss, long at) {
        return new UpdateRecord(
                new UpdateId(layer, mapping, version),
                cause,
                layer,
                Purpose.LEARN_FORWARD,
                1,
                staleness,
                loss,
                1e-9f,
                at,
                UNKNOWN,
                UNKNOWN);
    }

    /** V_2, which lives at layer 1. */
    private static UpdateRecord above(MessageId cause, long at) {
        return new UpdateRecord(
                new UpdateId(2, UpdateId.Mapping.FEEDBACK, 1),
                cause,
                1,
                Purpose.LEARN_FORWARD,
                1,
                0,
                2,
                1,
                at,
                UNKNOWN,
                UNKNOWN);
    }
}
