package org.somata.experiments.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.somata.config.SpaceConfig;
import org.somata.experiments.report.charts.Extent;
import org.somata.experiments.report.charts.Scale;

/**
 * Where the values of a swept key lie: as numbers where all are, otherwise a name beside the other.
 *
 * @param names of values that are no numbers; empty where all are
 */
record KeyAxis(Scale scale, List<String> names) {
    static KeyAxis of(SpaceConfig space, List<String> values) {
        if (values.stream().anyMatch(value -> Double.isNaN(number(value)))) {
            List<String> names = values.stream().distinct().sorted().toList();
            return new KeyAxis(Scale.categories(names), names);
        }
        Extent extent = Extent.of(values.stream().flatMapToDouble(value -> DoubleStream.of(number(value))));
        boolean chosen = space instanceof SpaceConfig.Choice;
        boolean logarithmic = space instanceof SpaceConfig.LogUniform && extent.least() > 0;
        Scale scale =
                logarithmic ? Scale.logarithmic(extent) : chosen ? Scale.fitting(extent, 4) : Scale.linear(extent, 4);
        return new KeyAxis(scale, List.of());
    }

    double place(String value) {
        return names.isEmpty() ? number(value) : names.indexOf(value);
    }

    /** NaN of a text that is none. */
    private static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException text) {
            return Double.NaN;
        }
    }

    /** A drawn number has more digits than anybody reads; sweep.csv has them all. */
    static String rounded(String value) {
        double number = number(value);
        if (!Double.isFinite(number) || value.length() <= 6) {
            return value;
        }
        return String.format(Locale.ROOT, "%.4g", number).replace("-", "\u2212");
    }
}
