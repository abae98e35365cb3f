package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.List;

/** Counts updates by staleness: 0, 1, 2 and 3 apart, then in ranges twice as wide each. */
final class StalenessTally {
    private static final int APART = 4;

    private final long[] bars = new long[APART + Long.SIZE];
    private long updates;
    private long max;
    private double sum;

    void add(long staleness) {
        bars[bar(staleness)]++;
        updates++;
        max = Math.max(max, staleness);
        sum += staleness;
    }

    /** 4 to 7 is the first that is wider than 1. */
    private static int bar(long staleness) {
        if (staleness < APART) {
            return (int) Math.max(0, staleness);
        }
        return APART + Long.SIZE - 1 - Long.numberOfLeadingZeros(staleness / APART);
    }

    private static StalenessFigures.Bar range(int bar, long updates) {
        if (bar < APART) {
            return new StalenessFigures.Bar(bar, bar, updates);
        }
        long from = (long) APART << bar - APART;
        return new StalenessFigures.Bar(from, 2 * from - 1, updates);
    }

    StalenessFigures figures() {
        List<StalenessFigures.Bar> histogram = new ArrayList<>();
        for (int i = 0; i < bars.length; i++) {
            if (bars[i] > 0) {
                histogram.add(range(i, bars[i]));
            }
        }
        return new StalenessFigures(updates, updates == 0 ? 0 : sum / updates, max, histogram);
    }
}
