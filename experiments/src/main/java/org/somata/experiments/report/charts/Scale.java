package org.somata.experiments.report.charts;

import java.util.List;

/** How values lie along an axis. */
public interface Scale {
    /** Where a value lies, from 0 at the axis's beginning to 1 at its end; beyond them it is cut to them. */
    double at(double value);

    List<Tick> ticks();

    /** From the least to the greatest, with some room. */
    static Scale linear(Extent extent, int intervals) {
        return LinearScale.over(extent, intervals);
    }

    /** Decades; the axis begins with a place for 0 where there are zeros. */
    static Scale logarithmic(Extent extent) {
        return LogScale.over(extent);
    }

    /** From one end to the other, whatever the values. */
    static Scale between(double from, double to, double step) {
        return new LinearScale(from, to, step);
    }

    /** Names, each at its number from 0. */
    static Scale categories(List<String> names) {
        return new CategoryScale(List.copyOf(names));
    }

    /** Logarithmic where values of one sign differ by much, so that the early fall does not flatten all that follows. */
    static Scale fitting(Extent extent, int intervals) {
        boolean wide =
                extent.leastAboveZero() > 0 && extent.least() >= 0 && extent.greatest() > 3 * extent.leastAboveZero();
        return wide ? logarithmic(extent) : linear(extent, intervals);
    }
}
