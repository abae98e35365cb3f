package org.somata.experiments.cli;

import java.util.Locale;

/** Figures as people read them in a terminal; a dash where there is none. */
final class FigureText {
    private static final String NONE = "-";

    private FigureText() {}

    /** With four digits that count, such as a cost. */
    static String digits(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.4g", value);
    }

    /** The same; a whole number as such. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6 ? Long.toString((long) value) : digits(value);
    }

    static String percent(double error) {
        return Double.isNaN(error) ? NONE : String.format(Locale.ROOT, "%.2f", error);
    }
}
