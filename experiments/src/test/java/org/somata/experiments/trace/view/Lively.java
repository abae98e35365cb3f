package org.somata.experiments.trace.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
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

/** A made-up trace in virtual time with all that lockstep never has: latencies, losses, copies, stale targets, payloads. */
final class Lively {
    private static final int BATCH = 10;
    private static final int UNITS = 24;
    private static final long BETWEEN = 60_000;
    private static final int SAMPLE = 16;

    private record Pending(MessageRecord message, long activationLeft) {
        long delivered() {
            return message.times().delivered();
        }
    }

    private final int depth;
    private final Random random = new Random(7);
    private final List<TraceRecord> records = new ArrayList<>();
    private final Map<Integer, Long> sent = new HashMap<>();
    private final PriorityQueue<Pending> events = new PriorityQueue<>(Comparator.comparing(Pending::delivered));
    private final long[] busy;
    private final long[] versions;
    private final Map<String, Long> versionsAt = new HashMap<>();

    private Lively(int depth) {
        this.depth = depth;
        this.busy = new long[depth + 1];
        this.versions = new long[depth + 1];
    }

    static MadeUpTrace of(int depth, long presentations) {
        Lively lively = new Lively(depth);
        for (long n = 1; n <= presentations; n++) {
            lively.send(MessageId.TEACHER, depth, MessageKind.LABEL, n, n * BETWEEN, List.of());
            lively.send(0, 1, MessageKind.ACTIVATION, n, n * BETWEEN, List.of());
        }
        while (!lively.events.isEmpty()) {
            lively.handle(lively.events.poll().message());
        }
        TraceHeader header = new TraceHeader(
                "lively",
                7,
                "difference-target-propagation",
                TraceHeader.Level.PAYLOAD,
                TraceHeader.Clock.VIRTUAL,
                IntStream.rangeClosed(0, depth).map(i -> UNITS).boxed().toList(),
                BATCH,
                0,
                0);
        return new MadeUpTrace(header, lively.records, List.of());
    }

    private void send(int from, int to, MessageKind kind, long n, long now, List<MessageId> causes) {
        MessageId id = new MessageId(from, sent.merge(from, 1L, Long::sum));
        long delivered = now + 4_000 + random.nextInt(8_000);
        boolean lost = kind == MessageKind.TARGET && random.nextInt(60) == 0;
        Times times = lost
                ? new Times(now, Times.UNKNOWN, Times.UNKNOWN, Times.UNKNOWN)
                : new Times(now, delivered, Times.UNKNOWN, Times.UNKNOWN);
        MessageRecord message = record(id, causes, kind, to, n, times, lost ? Outcome.LOST : Outcome.IN_FLIGHT);
        if (lost) {
            records.add(message);
            return;
        }
        events.add(new Pending(message, 0));
        if (random.nextInt(90) == 0) {
            records.add(record(
                    id,
                    causes,
                    kind,
                    to,
                    n,
                    new Times(now, delivered + 9_000, Times.UNKNOWN, Times.UNKNOWN),
                    Outcome.DUPLICATE));
        }
    }

    private void handle(MessageRecord message) {
        int at = message.to();
        long n = message.presentation();
        long started = Math.max(message.times().delivered(), busy[at]);
        if (message.kind() == MessageKind.TARGET && random.nextInt(80) == 0) {
            records.add(
                    record(message.id(), message.causes(), message.kind(), at, n, message.times(), Outcome.EXPIRED));
            return;
        }
        long finished = started + 5_000 + random.nextInt(5_000);
        busy[at] = finished;
        Times times = new Times(message.times().sent(), message.times().delivered(), started, finished);
        records.add(record(message.id(), message.causes(), message.kind(), at, n, times, Outcome.HANDLED));
        String key = at + " " + n;
        switch (message.kind()) {
            case ACTIVATION -> {
                versionsAt.put(key, versions[at]);
                if (at < depth) {
                    send(at, at + 1, MessageKind.ACTIVATION, n, finished, List.of(message.id()));
                } else {
                    send(at, at - 1, MessageKind.TARGET, n, finished, List.of(message.id()));
                }
            }
            case TARGET -> {
                records.add(update(at, n, message.id(), finished, versions[at] - versionsAt.get(key)));
                if (at > 1) {
                    send(at, at - 1, MessageKind.TARGET, n, finished, List.of(message.id()));
                }
            }
            default -> {}
        }
    }

    private UpdateRecord update(int layer, long n, MessageId cause, long done, long staleness) {
        return new UpdateRecord(
                new UpdateId(layer, UpdateId.Mapping.FORWARD, ++versions[layer]),
                cause,
                layer,
                Purpose.LEARN,
                n,
                staleness,
                1f / n,
                0.25f / n,
                done,
                done / 2,
                done / 2 + 900);
    }

    private static MessageRecord record(
            MessageId id, List<MessageId> causes, MessageKind kind, int to, long n, Times times, Outcome outcome) {
        boolean label = kind == MessageKind.LABEL;
        return new MessageRecord(
                id,
                causes,
                kind,
                to,
                Purpose.LEARN,
                n,
                n - 1,
                0,
                times,
                new Times(half(times.sent()), half(times.delivered()), half(times.started()), half(times.finished())),
                label ? Encoded.CLASSES : Encoded.REAL,
                label ? 1 : UNITS,
                BATCH,
                (label ? 1 : UNITS) * BATCH * 32L,
                outcome,
                label ? Optional.empty() : Optional.of(payload(id, n)));
    }

    private static long half(long time) {
        return time == Times.UNKNOWN ? time : time / 2;
    }

    private static Payload payload(MessageId id, long n) {
        float[] sample = new float[SAMPLE];
        for (int unit = 0; unit < SAMPLE; unit++) {
            sample[unit] = (float) (Math.sin(0.7 * unit + n * 0.11 * (1 + id.sender()))
                    * Math.exp(-0.002 * n)
                    * Math.cos(unit * id.sender()));
        }
        float[] all = new float[UNITS * BATCH];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) Math.sin(0.05 * i * (1 + id.sender()) + n);
        }
        return new Payload(
                (int) (id.sequence() * 0x9e3779b9L),
                0.125f,
                0.5f,
                0.4375f,
                0.0625f,
                sample,
                n % 25 == 1 ? Optional.of(all) : Optional.empty());
    }
}
