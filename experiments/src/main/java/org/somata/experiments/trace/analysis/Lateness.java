package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.experiments.trace.analysis.Stale.Late;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;

/** Takes in the records of a trace and keeps the latest updates. */
final class Lateness implements Consumer<TraceRecord> {
    private static final int REMEMBERED = 1 << 16;
    private static final Comparator<Late> BY_AGE = Comparator.comparingLong(Late::ageNs)
            .thenComparing(Comparator.comparing(Late::update).reversed());
    private static final Comparator<Late> BY_STALENESS =
            Comparator.comparingLong(Late::staleness).thenComparing(BY_AGE);
    private static final long NOT_KNOWN = -1;

    private final Timing timing;
    private final int top;
    private final Recent<Pair, Long> left = new Recent<>(REMEMBERED);
    private final Recent<MessageId, MessageKind> kinds = new Recent<>(REMEMBERED);
    private final Map<Integer, Map<Mapping, Tally>> layers = new TreeMap<>();
    private final PriorityQueue<Late> oldest = new PriorityQueue<>(BY_AGE);
    private final PriorityQueue<Late> stalest = new PriorityQueue<>(BY_STALENESS);

    Lateness(TraceHeader header, int top) {
        this.timing = Timing.of(header);
        this.top = top;
    }

    private record Pair(int layer, long presentation) {}

    private static final class Tally {
        private final Spread staleness = new Spread();
        private final Spread age = new Spread();
    }

    @Override
    public void accept(TraceRecord each) {
        if (each instanceof MessageRecord message && message.times().isComplete()) {
            kinds.put(message.id(), message.kind());
            if (message.kind() == MessageKind.ACTIVATION) {
                // the output layer sends none, and the layer's own comes to the next only later
                Pair own = new Pair(message.to(), message.presentation());
                if (left.get(own) == null) {
                    left.put(own, timing.of(message).finished());
                }
                left.put(
                        new Pair(message.from(), message.presentation()),
                        timing.of(message).sent());
            }
        } else if (each instanceof UpdateRecord update) {
            add(update);
        }
    }

    private void add(UpdateRecord update) {
        Long leaving = left.get(new Pair(update.id().layer(), update.presentation()));
        long age = leaving == null ? NOT_KNOWN : Math.max(0, timing.done(update) - leaving);
        Tally tally = layers.computeIfAbsent(update.id().layer(), none -> new TreeMap<>())
                .computeIfAbsent(update.id().mapping(), none -> new Tally());
        tally.staleness.add(update.staleness());
        if (age != NOT_KNOWN) {
            tally.age.add(age);
        }
        MessageKind kind = kinds.get(update.cause());
        Late late = new Late(
                update.name(),
                update.cause().toString(),
                kind == null ? "" : kind.label(),
                update.presentation(),
                update.staleness(),
                age);
        if (age != NOT_KNOWN && update.id().mapping() == Mapping.FORWARD) {
            keep(late, oldest);
        }
        if (update.staleness() > 0) {
            keep(late, stalest);
        }
    }

    private void keep(Late late, PriorityQueue<Late> latest) {
        latest.add(late);
        if (latest.size() > top) {
            latest.remove();
        }
    }

    Stale found() {
        List<Stale.OfMapping> mappings = new ArrayList<>();
        layers.forEach((layer, ofLayer) -> ofLayer.forEach((mapping, tally) -> {
            Quantiles staleness = tally.staleness.quantiles();
            mappings.add(new Stale.OfMapping(
                    MessageId.name(layer),
                    mapping.label(),
                    staleness.count(),
                    staleness.mean(),
                    staleness.p99(),
                    staleness.max(),
                    tally.age.quantiles()));
        }));
        return new Stale(
                timing.label(),
                mappings,
                oldest.stream().sorted(BY_AGE.reversed()).toList(),
                stalest.stream().sorted(BY_STALENESS.reversed()).toList());
    }
}
