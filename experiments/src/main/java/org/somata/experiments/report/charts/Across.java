package org.somata.experiments.report.charts;

import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * The axis that the lines of a chart go along.
 *
 * @param name below it
 * @param read goes before a value in the readout, such as "epoch "
 * @param value as the readout has it
 * @param dotted whether lines that come to their ends in different places are to be marked there
 */
public record Across(Scale scale, String name, String read, DoubleFunction<String> value, boolean dotted) {
    /** Epochs from the first to the last. */
    static Across epochs(Scale scale) {
        return new Across(scale, "epoch", "epoch ", Across::number, false);
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
