package org.somata.experiments.trace.analysis;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.IntCountsHistogram;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;

/**
 * How long presentations take, from the moment that layer 1 takes the input in hand to the last thing done; and one of
 * median duration. A presentation counts as over when so many later ones have begun.
 */
final class Durations {
    private static final int UNDER_WAY = 256;
    private static final int DIGITS = 3;

    private final Timing timing;
    private final TreeMap<Long, Extent> open = new TreeMap<>();
    private final IntCountsHistogram histogram = new IntCountsHistogram(DIGITS);
    private final Map<Long, Extent> examples = new HashMap<>();
    private final Spread spread = new Spread();
    private long over = Long.MIN_VALUE;

    Durations(Timing timing) {
        this.timing = timing;
    }

    /** Where one presentation lies, by the times that matter and by the run's own clock. */
    static final class Extent {
        private final long presentation;
        private long begin = Long.MAX_VALUE;
        private long end = Long.MIN_VALUE;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        private Extent(long presentation) {
            this.presentation = presentation;
        }

        long presentation() {
            return presentation;
        }

        /** Layer 1 took the input in hand. */
        long begin() {
            return begin;
        }

        /** In the run's own clock. */
        long first() {
            return first;
        }

        /** In the run's own clock. */
        long last() {
            return last;
        }

        /** Whether both ends are in what was read. */
        boolean isKnown() {
            return begin < end;
        }

        private void cover(long own, long done) {
            first = Math.min(first, own);
            last = Math.max(last, own);
            end = Math.max(end, done);
        }
    }

    void add(TraceRecord each) {
        if (each.presentation() <= over) {
            return;
        }
        Extent extent = extent(each.presentation());
        if (each instanceof MessageRecord message && message.times().isComplete()) {
            extent.cover(message.times().started(), timing.of(message).finished());
            if (message.from() == MessageId.INPUT) {
                extent.begin = Math.min(extent.begin, timing.of(message).started());
            }
        } else if (each instanceof UpdateRecord update) {
            extent.cover(update.time(), timing.done(update));
        }
    }

    private Extent extent(long presentation) {
        Extent extent = open.computeIfAbsent(presentation, Extent::new);
        if (open.size() > UNDER_WAY) {
            close(open.pollFirstEntry().getValue());
        }
        return extent;
    }

    private void close(Extent extent) {
        over = extent.presentation;
        if (extent.isKnown()) {
            long duration = extent.end - extent.begin;
            spread.add(duration);
            histogram.recordValue(duration);
            examples.putIfAbsent(histogram.lowestEquivalentValue(duration), extent);
        }
    }

    Optional<Extent> underWay(long presentation) {
        return Optional.ofNullable(open.get(presentation));
    }

    /** All are over. */
    void end() {
        Iterator<Extent> rest = open.values().iterator();
        while (rest.hasNext()) {
            close(rest.next());
            rest.remove();
        }
    }

    Quantiles quantiles() {
        return spread.quantiles();
    }

    /** The first presentation whose duration is the median, as far as three digits tell. */
    Optional<Extent> median() {
        return histogram.getTotalCount() == 0
                ? Optional.empty()
                : Optional.of(examples.get(histogram.lowestEquivalentValue(histogram.getValueAtPercentile(50))));
    }
}
