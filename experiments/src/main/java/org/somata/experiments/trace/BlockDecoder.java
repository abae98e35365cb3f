package org.somata.experiments.trace;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.model.signals.Encoded;
import org.somata.model.signals.Encoding;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** The doings that a block tells of: see {@code TRACE-FORMAT.md}. */
final class BlockDecoder {
    private static final MessageKind[] KINDS = MessageKind.values();
    private static final Purpose[] PURPOSES = Purpose.values();
    private static final Encoded[] ENCODED = Encoded.values();
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final ByteBuffer from;
    private final Clock clock;
    private final BlockState state;
    private final List<Half> halves;

    private BlockDecoder(ByteBuffer from, BlockHead head, Clock clock) {
        this.from = from;
        this.clock = clock;
        this.state = new BlockState(head.place());
        this.halves = new ArrayList<>(head.rows());
    }

    /** @throws IllegalArgumentException if these bytes, though they are as they were written, tell nothing that we know */
    static List<Half> decode(ByteBuffer bytes, BlockHead head, Clock clock) {
        BlockDecoder decoder = new BlockDecoder(bytes.order(ByteOrder.LITTLE_ENDIAN), head, clock);
        try {
            while (bytes.hasRemaining()) {
                decoder.next();
            }
        } catch (BufferUnderflowException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a block that ends before its last row does", e);
        }
        return decoder.halves;
    }

    private void next() {
        int tag = from.get() & 0xff;
        switch (tag & 3) {
            case BlockEncoder.SENT -> sent(tag);
            case BlockEncoder.HANDLED -> handled(tag);
            case BlockEncoder.UPDATED -> updated(tag);
            default -> carried();
        }
    }

    private void sent(int tag) {
        int second = from.get() & 0xff;
        MessageKind kind = KINDS[tag >> 2 & 15];
        int count = second >> 6;
        if (count == BlockEncoder.MANY) {
            count = (int) Bytes.unsigned(from);
        }
        int way = second >> 4 & 3;
        int to = neighbour(way, 1);
        state.sequence += Bytes.signed(from) + 1;
        state.presentation += Bytes.signed(from);
        state.version += Bytes.signed(from);
        state.feedbackVersion += Bytes.signed(from);
        BlockState.Shape shape = state.shape(kind);
        if ((second >> 3 & 1) == 0) {
            shape.set((int) Bytes.unsigned(from), (int) Bytes.unsigned(from));
        }
        times();
        halves.add(new Half.Departure(
                new MessageId(state.place, state.sequence),
                causes(count),
                kind,
                to,
                PURPOSES[tag >> 6],
                state.presentation,
                state.version,
                state.feedbackVersion,
                ENCODED[second & 7],
                shape.units,
                shape.batch,
                way == BlockEncoder.LOST,
                state.time,
                state.wall,
                Optional.empty()));
    }

    /** @param up what is added to the actor's place for the first code, and taken away for the second */
    private int neighbour(int code, int up) {
        return switch (code) {
            case BlockEncoder.UP -> state.place + up;
            case BlockEncoder.DOWN -> state.place - up;
            default -> state.place + (int) Bytes.signed(from);
        };
    }

    private List<MessageId> causes(int count) {
        return switch (count) {
            case 0 -> List.of();
            case 1 -> List.of(cause());
            case 2 -> List.of(cause(), cause());
            default -> {
                List<MessageId> causes = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    causes.add(cause());
                }
                yield causes;
            }
        };
    }

    private MessageId cause() {
        int sender = state.place + (int) Bytes.signed(from);
        return new MessageId(sender, state.lastOf(sender) - Bytes.signed(from));
    }

    private void handled(int tag) {
        int sender = neighbour(tag >> 6, -1);
        long sequence = state.lastOf(sender) + 1 + Bytes.signed(from);
        state.presentation += Bytes.signed(from);
        long took = (tag >> 5 & 1) == 1 ? 1 : Bytes.unsigned(from);
        long waited = BlockEncoder.tellsDelivery(clock) ? Bytes.unsigned(from) : 0;
        times();
        long handling = Bytes.unsigned(from);
        long waiting = Bytes.unsigned(from);
        state.handled(sender, sequence);
        halves.add(new Half.Arrival(
                new MessageId(sender, sequence),
                state.place,
                OUTCOMES[tag >> 2 & 7],
                state.presentation,
                BlockEncoder.tellsDelivery(clock) ? state.time - took - waited : Times.UNKNOWN,
                state.time - took,
                state.time,
                state.wall - handling - waiting,
                state.wall - handling,
                state.wall));
    }

    private void updated(int tag) {
        int which = tag >> 2 & 1;
        int layer = (tag >> 6 & 1) == 1 ? state.place : state.place + (int) Bytes.signed(from);
        MessageId cause =
                (tag >> 3 & 1) == 1 ? new MessageId(state.lastSender, state.lastOf(state.lastSender)) : cause();
        state.versions[which] += Bytes.signed(from) + 1;
        long staleness = Bytes.signed(from);
        float loss = from.getFloat();
        float norm = from.getFloat();
        state.presentation += Bytes.signed(from);
        times();
        long took = Bytes.unsigned(from);
        UpdateId.Mapping mapping = which == 1 ? UpdateId.Mapping.FEEDBACK : UpdateId.Mapping.FORWARD;
        halves.add(new Half.Whole(new UpdateRecord(
                new UpdateId(layer, mapping, state.versions[which]),
                cause,
                state.place,
                PURPOSES[tag >> 4 & 3],
                state.presentation,
                staleness,
                loss,
                norm,
                state.time,
                state.wall - took,
                state.wall)));
    }

    private void times() {
        state.time += Bytes.signed(from);
        state.wall += Bytes.signed(from);
    }

    /** What the message before it carried. */
    private void carried() {
        int last = halves.size() - 1;
        if (last < 0 || !(halves.get(last) instanceof Half.Departure message)) {
            throw new IllegalArgumentException("a payload of no message");
        }
        int digest = from.getInt();
        float mean = from.getFloat();
        float deviation = from.getFloat();
        float ones = from.getFloat();
        float saturated = from.getFloat();
        float[] sample = new float[(int) Bytes.unsigned(from)];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = from.getFloat();
        }
        byte[] all = new byte[(int) Bytes.unsigned(from)];
        from.get(all);
        Optional<float[]> values = all.length == 0 ? Optional.empty() : Optional.of(Encoding.values(all));
        halves.set(last, message.with(new Payload(digest, mean, deviation, ones, saturated, sample, values)));
    }
}
