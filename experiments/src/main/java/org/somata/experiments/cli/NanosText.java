package org.somata.experiments.cli;

import java.util.List;
import java.util.Locale;

/** Nanoseconds as people read them: {@code 340 ns}, {@code 1.25 ms}. */
final class NanosText {
    private static final List<String> UNITS = List.of("ns", "µs", "ms", "s");
    private static final double THOUSAND = 1_000;

    private NanosText() {}

    static String of(double nanos) {
        double value = nanos;
        int unit = 0;
        // what would be rounded to 1000 is 1.00 of the next
        while (Math.abs(value) >= THOUSAND - 0.5 && unit < UNITS.size() - 1) {
            value /= THOUSAND;
            unit++;
        }
        int decimals = unit == 0 && value == Math.rint(value) || Math.abs(value) >= 99.95
                ? 0
                : Math.abs(value) >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", value, UNITS.get(unit));
    }
}
