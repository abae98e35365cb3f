package org.somata.experiments.plots;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws a diagram with XChart. */
final class DiagramDrawing {
    private static final Color BOUND = new Color(0x777777);
    /** Points of a line up to which each has its dot. */
    private static final int FEW = 30;

    /** The range, as a factor, beyond which a logarithmic axis has too many ticks for each to have a line. */
    private static final double MANY = 2e4;

    private DiagramDrawing() {}

    /** The bytes of a PNG file; empty where there is nothing to show. */
    static Optional<byte[]> png(Diagram diagram) {
        List<Diagram.Line> lines = diagram.lines().stream()
                .map(line -> shown(diagram, line))
                .filter(line -> !line.points().isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        XYChart chart = Look.chart(
                diagram.title(), diagram.across().label(), diagram.up().label());
        scale(chart.getStyler(), diagram, lines);
        int colours = (int) lines.stream()
                .filter(line -> line.kind() == Diagram.Kind.MEASURED)
                .count();
        int colour = 0;
        for (Diagram.Line line : lines) {
            colour += line.kind() == Diagram.Kind.MEASURED ? 1 : 0;
            add(chart, line, line.kind() == Diagram.Kind.BOUND ? BOUND : Palette.layer(Math.max(1, colour), colours));
        }
        return Optional.of(Png.of(Look.picture(chart)));
    }

    private static Diagram.Line shown(Diagram diagram, Diagram.Line line) {
        return new Diagram.Line(
                line.name(),
                line.kind(),
                line.points().stream()
                        .filter(point -> diagram.across().shows(point.x())
                                && diagram.up().shows(point.y()))
                        .toList());
    }

    private static void scale(XYStyler style, Diagram diagram, List<Diagram.Line> lines) {
        Range across = range(diagram.across(), lines, Diagram.Point::x, 0);
        style.setXAxisMin(across.low());
        style.setXAxisMax(across.high());
        style.setXAxisTickMarkSpacingHint(80);
        style.setXAxisLogarithmic(diagram.across().logarithmic());
        style.setXAxisLogarithmicDecadeOnly(false);
        style.setPlotGridVerticalLinesVisible(!crowded(diagram.across(), across));
        style.setXAxisTickLabelsFormattingFunction(label(diagram.across(), across));
        Range up = range(diagram.up(), lines, Diagram.Point::y, 0.04);
        style.setYAxisMin(up.low());
        style.setYAxisMax(up.high());
        style.setYAxisTickMarkSpacingHint(60);
        style.setYAxisLogarithmic(diagram.up().logarithmic());
        style.setYAxisLogarithmicDecadeOnly(false);
        style.setPlotGridHorizontalLinesVisible(!crowded(diagram.up(), up));
        style.setYAxisTickLabelsFormattingFunction(label(diagram.up(), up));
    }

    private static boolean crowded(Diagram.Scale scale, Range range) {
        return scale.logarithmic() && range.high() / range.low() > MANY;
    }

    private static Function<Double, String> label(Diagram.Scale scale, Range range) {
        return scale.logarithmic()
                ? range::decadeLabel
                : value -> new BigDecimal(value, new MathContext(6))
                        .setScale(9, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** All that the lines reach, and a share more at both ends. */
    private static Range range(
            Diagram.Scale scale, List<Diagram.Line> lines, ToDoubleFunction<Diagram.Point> of, double margin) {
        double[] values = lines.stream()
                .flatMapToDouble(line -> line.points().stream().mapToDouble(of))
                .toArray();
        double low = DoubleStream.of(values).min().orElseThrow();
        double high = DoubleStream.of(values).max().orElseThrow();
        if (scale.logarithmic()) {
            double stretch = Math.pow(high / low, margin) * (high / low < 2 ? 2 : 1);
            return new Range(low / stretch, high * stretch);
        }
        double extra = high == low ? 1 : margin * (high - low);
        return new Range(low - extra, high + extra);
    }

    private static void add(XYChart chart, Diagram.Line line, Color colour) {
        XYSeries series = chart.addSeries(
                line.name(),
                line.points().stream().mapToDouble(Diagram.Point::x).toArray(),
                line.points().stream().mapToDouble(Diagram.Point::y).toArray());
        boolean measured = line.kind() == Diagram.Kind.MEASURED;
        series.setLineColor(colour);
        series.setLineStyle(measured ? Look.SOLID : Look.DASHED);
        series.setMarkerColor(colour);
        series.setMarker(measured && line.points().size() <= FEW ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    }
}
