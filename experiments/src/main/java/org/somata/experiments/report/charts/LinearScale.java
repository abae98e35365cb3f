package org.somata.experiments.report.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** An axis of equal steps of 1, 2 or 5 times a power of ten. */
record LinearScale(double from, double to, double step) implements Scale {
    static LinearScale over(Extent extent, int intervals) {
        double least = extent.isEmpty() ? 0 : extent.least();
        double greatest = extent.isEmpty() ? 1 : extent.greatest();
        if (greatest - least <= Math.abs(greatest) * 1e-9) {
            // a flat line runs through the middle
            double room = greatest == 0 ? 1 : Math.abs(greatest) * 0.5;
            least -= least == 0 ? 0 : room;
            greatest += room;
        }
        double step = step((greatest - least) / intervals);
        return new LinearScale(Math.floor(least / step + 1e-9) * step, Math.ceil(greatest / step - 1e-9) * step, step);
    }

    /** An axis that begins and ends where it is told to, as one of epochs does. */
    static LinearScale between(double from, double to, int intervals) {
        return new LinearScale(from, to > from ? to : from + 1, Math.max(1, step((to - from) / intervals)));
    }

    private static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double digit = atLeast / power;
        return power * (digit <= 1 + 1e-9 ? 1 : digit <= 2 + 1e-9 ? 2 : digit <= 5 + 1e-9 ? 5 : 10);
    }

    @Override
    public double at(double value) {
        return Math.min(1, Math.max(0, (value - from) / (to - from)));
    }

    @Override
    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        if (from == 1 && step > 2) {
            // epochs begin at 1
            ticks.add(new Tick(1, "1"));
        }
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) {
            ticks.add(new Tick(i * step, label(i)));
        }
        return ticks;
    }

    private String label(long multiple) {
        if (step >= 1e6 || step < 1e-4) {
            return Power.of(multiple * step);
        }
        // exact decimals: 3 times 0.1 is 0.3
        BigDecimal value = new BigDecimal(Double.toString(Math.abs(step) < 1 ? round(step) : step))
                .multiply(BigDecimal.valueOf(multiple))
                .stripTrailingZeros();
        return value.toPlainString().replace('-', '\u2212');
    }

    private static double round(double step) {
        double scale = Math.pow(10, Math.ceil(-Math.log10(step)) + 1);
        return Math.round(step * scale) / scale;
    }
}
