package org.somata.experiments.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis of equal factors.
 *
 * @param from its lower end's logarithm
 * @param zero the share of the axis below it that is kept for 0; none where there is no zero
 */
record LogScale(double from, double to, double zero) implements Scale {
    private static final double PLACE_OF_ZERO = 0.07;
    private static final int MOST_DECADES_WITH_STEPS = 3;

    static LogScale over(Extent extent) {
        double zero = extent.zeros() ? PLACE_OF_ZERO : 0;
        if (Double.isNaN(extent.leastAboveZero())) {
            return new LogScale(0, 1, zero);
        }
        double from = Math.log10(extent.leastAboveZero());
        double to = Math.log10(extent.greatest());
        if (to - from < 0.3) {
            double middle = (from + to) / 2;
            return new LogScale(middle - 0.2, middle + 0.2, zero);
        }
        double room = 0.02 * (to - from);
        return new LogScale(from - room, to + room, zero);
    }

    @Override
    public double at(double value) {
        if (value <= 0) {
            return 0;
        }
        double share = (Math.log10(value) - from) / (to - from);
        return zero + (1 - zero) * Math.min(1, Math.max(0, share));
    }

    @Override
    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        if (zero > 0) {
            ticks.add(new Tick(0, "0"));
        }
        // all in one manner
        boolean plain = from > -3.1 && to < 4;
        boolean steps = to - from <= MOST_DECADES_WITH_STEPS;
        // not every decade has room for its words
        int every = (int) Math.ceil((to - from) / 7);
        for (int decade = (int) Math.floor(from); decade <= to; decade++) {
            for (int digit = 1; digit <= (steps ? 9 : 1); digit++) {
                double value = digit * Math.pow(10, decade);
                if (Math.log10(value) >= from && Math.log10(value) <= to) {
                    ticks.add(new Tick(value, named(digit, decade, every) ? label(value, decade, plain) : ""));
                }
            }
        }
        return ticks;
    }

    private boolean named(int digit, int decade, int every) {
        double decades = to - from;
        return digit == 1 && Math.floorMod(decade, every) == 0
                || decades > 0.7 && decades <= 2 && (digit == 2 || digit == 5)
                || decades <= 0.7 && (digit == 2 || digit == 3 || digit == 4 || digit == 6 || digit == 8);
    }

    private static String label(double value, int decade, boolean plain) {
        return plain ? String.format(Locale.ROOT, "%." + Math.max(0, -decade) + "f", value) : Power.of(value);
    }
}
