package org.somata.experiments.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.somata.model.signals.Encoded;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** A trace in memory: records that a test wrote itself, or those of difference target propagation in lockstep. */
public record MadeUpTrace(TraceHeader header, List<TraceRecord> records, List<Gap> gaps) implements Trace {
    private static final int UNITS = 4;
    private static final int BATCH = 2;
    /** Nanoseconds that a turn takes on the made-up machine. */
    private static final long TURN = 1_000;

    /** All of a lockstep run: activations up, a label, targets down; V learns on the activation, W on the target. */
    public static MadeUpTrace lockstep(int depth, long presentations) {
        long period = 2L * depth;
        List<Integer> units =
                IntStream.rangeClosed(0, depth).map(i -> UNITS).boxed().toList();
        TraceHeader header = new TraceHeader(
                "made-up",
                1,
                "difference-target-propagation",
                TraceHeader.Level.METADATA,
                TraceHeader.Clock.LOCKSTEP,
                units,
                BATCH,
                period,
                0);
        List<TraceRecord> records = new ArrayList<>();
        Map<Integer, Long> sent = new HashMap<>();
        for (long n = 1; n <= presentations; n++) {
            present(n, depth, (n - 1) * period, sent, records);
        }
        return new MadeUpTrace(header, records, List.of());
    }

    private static void present(long n, int depth, long start, Map<Integer, Long> sent, List<TraceRecord> records) {
        MessageId label = next(MessageId.TEACHER, sent);
        long turn = start;
        records.add(message(label, List.of(), MessageKind.LABEL, depth, n, start, turn++));
        List<MessageId> activations = new ArrayList<>();
        for (int to = 1; to <= depth; to++) {
            MessageId id = next(to - 1, sent);
            List<MessageId> causes = to == 1 ? List.of() : List.of(activations.get(to - 2));
            records.add(message(id, causes, MessageKind.ACTIVATION, to, n, to == 1 ? start : turn, turn));
            activations.add(id);
            turn++;
            if (to > 1 && to < depth) {
                records.add(update(to, UpdateId.Mapping.FEEDBACK, n, id, turn));
            }
        }
        records.add(update(depth, UpdateId.Mapping.FORWARD, n, activations.get(depth - 1), turn));
        MessageId above = activations.get(depth - 1);
        MessageId also = label;
        for (int to = depth - 1; to >= 1; to--) {
            MessageId id = next(to + 1, sent);
            records.add(message(id, List.of(above, also), MessageKind.TARGET, to, n, turn, turn));
            turn++;
            records.add(update(to, UpdateId.Mapping.FORWARD, n, id, turn));
            above = id;
            also = activations.get(to - 1);
        }
    }

    private static MessageId next(int sender, Map<Integer, Long> sent) {
        return new MessageId(sender, sent.merge(sender, 1L, Long::sum));
    }

    /** Sent at one turn's end, handled in another turn. */
    private static MessageRecord message(
            MessageId id, List<MessageId> causes, MessageKind kind, int to, long n, long sent, long turn) {
        boolean label = kind == MessageKind.LABEL;
        return new MessageRecord(
                id,
                causes,
                kind,
                to,
                Purpose.LEARN,
                n,
                id.sender() < 1 ? 0 : n - 1,
                id.sender() < 2 ? 0 : n - 1,
                new Times(sent, sent, turn, turn + 1),
                new Times(sent * TURN, sent * TURN + 100, turn * TURN + 200, turn * TURN + 900),
                label ? Encoded.CLASSES : Encoded.REAL,
                label ? 1 : UNITS,
                BATCH,
                (label ? 1 : UNITS) * BATCH * 32L,
                Outcome.HANDLED,
                Optional.empty());
    }

    private static UpdateRecord update(int layer, UpdateId.Mapping mapping, long n, MessageId cause, long done) {
        return new UpdateRecord(
                new UpdateId(layer, mapping, n),
                cause,
                layer,
                Purpose.LEARN,
                n,
                0,
                1f / n,
                0.5f / n,
                done,
                done * TURN - 90,
                done * TURN - 10);
    }

    /** Of other records, with the same header. */
    public MadeUpTrace with(List<TraceRecord> others) {
        return new MadeUpTrace(header, others, gaps);
    }

    /** By time; a message comes before the updates that it brought about, what was never handled last. */
    @Override
    public void read(Window window, Consumer<? super TraceRecord> reader) {
        records.stream()
                .filter(window::contains)
                .sorted(Comparator.comparing(MadeUpTrace::unhandled).thenComparing(TraceRecord::time))
                .forEach(reader);
    }

    private static boolean unhandled(TraceRecord each) {
        return each instanceof MessageRecord message && !message.times().isComplete();
    }

    @Override
    public Optional<MessageRecord> message(MessageId id) {
        return records.stream()
                .filter(each ->
                        each instanceof MessageRecord message && message.id().equals(id))
                .map(MessageRecord.class::cast)
                .findFirst();
    }

    @Override
    public Optional<UpdateRecord> update(UpdateId id) {
        return records.stream()
                .filter(each ->
                        each instanceof UpdateRecord update && update.id().equals(id))
                .map(UpdateRecord.class::cast)
                .findFirst();
    }
}
