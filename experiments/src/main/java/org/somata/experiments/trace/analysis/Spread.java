package org.somata.experiments.trace.analysis;

import org.HdrHistogram.IntCountsHistogram;

/** Takes in numbers that are not negative, however many, and knows their quantiles. */
final class Spread {
    private static final int DIGITS = 3;

    private final IntCountsHistogram histogram = new IntCountsHistogram(DIGITS);
    private double sum;
    private long max;

    void add(long value) {
        long counted = Math.max(0, value);
        histogram.recordValue(counted);
        sum += counted;
        max = Math.max(max, counted);
    }

    Quantiles quantiles() {
        long count = histogram.getTotalCount();
        return new Quantiles(count, count == 0 ? 0 : sum / count, at(50), at(90), at(99), max);
    }

    /** No more than the largest, which the histogram knows only roughly. */
    private long at(double percent) {
        return Math.min(max, histogram.getValueAtPercentile(percent));
    }
}
