package org.somata.experiments.plots;

import java.awt.BasicStroke;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws a chart with XChart. */
final class Drawing {
    /** Epochs below which each has its dot. */
    private static final int FEW = 30;
    /** Bars that a curve has at most. */
    private static final int BARS = 12;

    private final Chart chart;
    private final XYChart drawn;
    private final Range range;
    private final int lastEpoch;

    private Drawing(Chart chart) {
        this.chart = chart;
        this.drawn = Look.chart(chart.title(), "epoch", chart.label());
        this.range = Range.of(chart);
        this.lastEpoch = chart.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .mapToInt(Curve.Point::epoch)
                .max()
                .orElse(1);
    }

    /** The bytes of a PNG file; empty where there are no curves. */
    static Optional<byte[]> png(Chart chart) {
        return chart.curves().isEmpty() ? Optional.empty() : Optional.of(Png.of(new Drawing(chart).picture()));
    }

    private BufferedImage picture() {
        style(drawn.getStyler());
        addUnevenPoint();
        int index = 0;
        for (Curve curve : chart.curves()) {
            addBars(curve, index++);
            add(curve);
        }
        return Look.picture(drawn);
    }

    private void style(XYStyler style) {
        style.setXAxisMin(0.0);
        style.setXAxisMax((double) lastEpoch);
        style.setXAxisTickMarkSpacingHint(80);
        style.setYAxisTickMarkSpacingHint(60);
        style.setXAxisTickLabelsFormattingFunction(
                epoch -> epoch == Math.rint(epoch) ? String.format(Locale.ROOT, "%.0f", epoch) : " ");
        styleVerticalAxis(style);
    }

    private void styleVerticalAxis(XYStyler style) {
        style.setYAxisMin(range.low());
        style.setYAxisMax(range.high());
        if (chart.axis() == Axis.LOGARITHMIC) {
            style.setYAxisLogarithmic(true);
            style.setYAxisLogarithmicDecadeOnly(false);
            style.setYAxisTickLabelsFormattingFunction(range::decadeLabel);
        }
    }

    /** Unseen; where all values have the same distance XChart puts ticks at them rather than at round numbers. */
    private void addUnevenPoint() {
        double share = 1 / Math.E;
        XYSeries unseen = drawn.addSeries(
                " ", new double[] {share * lastEpoch}, new double[] {range.low() + share * (range.high() - range.low())
                });
        unseen.setMarker(SeriesMarkers.NONE);
        unseen.setShowInLegend(false);
    }

    private void add(Curve curve) {
        XYSeries series = drawn.addSeries(curve.name(), curve.each(Curve.Point::epoch), curve.each(Curve.Point::mean));
        series.setLineColor(curve.colour());
        series.setLineStyle(curve.dashed() ? Look.DASHED : Look.SOLID);
        series.setMarkerColor(curve.colour());
        series.setMarker(curve.points().size() <= FEW ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    }

    /**
     * Bars of a standard deviation up and down, as lines that are lifted between one and the next: XChart's own could not
     * end where a logarithmic axis does. Curves have theirs at different epochs, so that they do not hide each other.
     */
    private void addBars(Curve curve, int index) {
        int step = Math.max(1, (curve.points().size() + BARS - 1) / BARS);
        List<double[]> line = new ArrayList<>();
        double cap = 0.004 * lastEpoch;
        for (int i = index * step / chart.curves().size(); i < curve.points().size(); i += step) {
            Curve.Point point = curve.points().get(i);
            if (!Double.isNaN(point.deviation())) {
                double low = range.within(point.low());
                double high = range.within(point.high());
                for (double[] end : new double[][] {
                    {-cap, low}, {cap, low}, {0, low}, {0, high}, {-cap, high}, {cap, high}, {cap, Double.NaN}
                }) {
                    line.add(new double[] {point.epoch() + end[0], end[1]});
                }
            }
        }
        if (!line.isEmpty()) {
            XYSeries bars = drawn.addSeries(
                    curve.name() + " ±",
                    line.stream().mapToDouble(end -> end[0]).toArray(),
                    line.stream().mapToDouble(end -> end[1]).toArray());
            bars.setLineColor(curve.colour());
            bars.setLineStyle(new BasicStroke(1.2f));
            bars.setMarker(SeriesMarkers.NONE);
            bars.setShowInLegend(false);
        }
    }
}
