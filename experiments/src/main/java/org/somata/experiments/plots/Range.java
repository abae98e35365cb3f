package org.somata.experiments.plots;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What a vertical axis shows, from {@code low} to {@code high}. */
record Range(double low, double high) {
    /** Decades beyond which only the powers of ten have their label. */
    private static final double MANY_DECADES = 2;

    /** Nearly all that the curves and their bars reach; bars that go down to 0 end with a logarithmic axis. */
    static Range of(Chart chart) {
        List<Curve.Point> points = chart.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .toList();
        double highest = points.stream().mapToDouble(Curve.Point::high).max().orElse(1);
        if (chart.axis() == Axis.LOGARITHMIC) {
            double lowest = points.stream()
                    .flatMapToDouble(point -> DoubleStream.of(point.mean(), point.low()))
                    .filter(number -> number > 0)
                    .min()
                    .orElse(0.1);
            double smallest =
                    points.stream().mapToDouble(Curve.Point::mean).min().orElse(0.1);
            return new Range(Math.max(lowest, smallest / 3) / 1.2, highest * 1.2);
        }
        double lowest = points.stream().mapToDouble(Curve.Point::low).min().orElse(0);
        if (chart.axis() == Axis.ANGLE) {
            return new Range(Math.min(0, lowest), Math.max(90, highest));
        }
        return new Range(Math.min(0, lowest), highest <= 0 ? 1 : highest * 1.05);
    }

    double within(double number) {
        return Math.max(low, Math.min(high, number));
    }

    /** 1, 2 and 5 times each power of ten where there is room, else the powers alone. */
    String decadeLabel(double number) {
        double power = Math.pow(10, Math.floor(Math.log10(number) + 1e-9));
        long digit = Math.round(number / power);
        boolean labelled = digit == 1 || Math.log10(high / low) <= MANY_DECADES && (digit == 2 || digit == 5);
        if (!labelled) {
            return " ";
        }
        return number >= 0.999e-3 && number < 9999
                ? new BigDecimal(number).round(new MathContext(1)).toPlainString()
                : String.format(Locale.ROOT, "%.0e", number).replaceFirst("e([+-])0", "e$1");
    }
}
