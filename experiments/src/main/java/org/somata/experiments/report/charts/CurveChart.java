package org.somata.experiments.report.charts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.somata.experiments.report.markup.Element;

/** Lines over epochs, as one picture under its title. */
public final class CurveChart {
    private final Frame frame;
    private final Scale across;
    private final Scale up;

    private CurveChart(Frame frame, Scale across, Scale up) {
        this.frame = frame;
        this.across = across;
        this.up = up;
    }

    /** Two of them stand side by side; the values of a place can be pointed at. */
    public static Element large(String title, List<Curve> curves, Scale up) {
        Scale across = epochs(curves, 8);
        CurveChart chart = new CurveChart(Frame.LARGE, across, up);
        Element drawing = chart.drawing(title, curves, "epoch")
                .with("data-plot", Frame.LARGE.left() + " " + (Frame.LARGE.width() - Frame.LARGE.right()));
        return captioned(title, drawing);
    }

    /** One of many. */
    public static Element small(String title, List<Curve> curves, Scale up) {
        return captioned(title, new CurveChart(Frame.SMALL, epochs(curves, 4), up).drawing(title, curves, ""));
    }

    private static Element captioned(String title, Element drawing) {
        return Element.classed("figure", "chart", Element.of("figcaption", title), drawing);
    }

    private static Scale epochs(List<Curve> curves, int intervals) {
        Extent extent = Extent.of(curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.mean().x())));
        return extent.isEmpty()
                ? LinearScale.between(0, 1, 1)
                : LinearScale.between(Math.min(1, extent.least()), extent.greatest(), intervals);
    }

    private Element drawing(String title, List<Curve> curves, String below) {
        List<Curve> drawn =
                curves.stream().filter(curve -> !curve.mean().isEmpty()).toList();
        Element drawing =
                frame.drawing(title + ": " + drawn.stream().map(Curve::says).collect(Collectors.joining("; ")));
        drawing.add(frame.axes(across, up, below));
        drawn.stream().filter(Curve::banded).forEach(curve -> drawing.add(band(curve)));
        drawn.forEach(curve -> drawing.add(line(curve)));
        drawn.stream()
                .filter(curve ->
                        curve.ending() != Curve.Ending.COMPLETE || curve.mean().size() == 1)
                .forEach(curve -> drawing.add(end(curve)));
        List<EndLabels.Label> labels = drawn.stream()
                .filter(curve -> !curve.key().isEmpty())
                .map(curve -> new EndLabels.Label(curve.key(), curve.colour(), endX(curve), endY(curve)))
                .toList();
        for (EndLabels.Label label : EndLabels.apart(labels, frame.top() + 4, frame.height() - frame.bottom() - 4.0)) {
            drawing.add(Frame.words(label.x() + 7, label.y() + 4, "start", label.key())
                    .with("class", "key")
                    .with("fill", label.colour()));
        }
        return drawing;
    }

    private Element band(Curve curve) {
        return Element.of("path")
                .with("d", Polyline.path(frame.line(curve.low(), across, up), frame.line(curve.high(), across, up)))
                .with("class", "band")
                .with("fill", curve.colour());
    }

    private Element line(Curve curve) {
        Element line = Element.of("path")
                .with("d", Polyline.path(frame.line(curve.mean(), across, up), List.of()))
                .with("class", curve.ending() == Curve.Ending.COMPLETE ? "line" : "line thin")
                .with("stroke", curve.colour());
        if (frame == Frame.LARGE && !curve.key().isEmpty()) {
            line.with("data-key", curve.key())
                    .with("data-x", numbers(curve.mean().x()))
                    .with("data-at", positions(curve.mean().x()))
                    .with("data-y", numbers(curve.mean().y()));
        }
        return line.add(Element.of("title", curve.says()));
    }

    /** A ring where a line may go on, a cross where it broke. */
    private Element end(Curve curve) {
        double x = endX(curve);
        double y = endY(curve);
        if (curve.ending() == Curve.Ending.BROKEN) {
            String cross = Stream.of(x - 3.5, y - 3.5).map(Frame::pixels).collect(Collectors.joining(" "));
            return Element.of("path")
                    .with("d", "M" + cross + "l7 7m0-7l-7 7")
                    .with("class", "line")
                    .with("stroke", curve.colour());
        }
        return Element.of("circle")
                .with("cx", Frame.pixels(x))
                .with("cy", Frame.pixels(y))
                .with("r", "3")
                .with("fill", curve.ending() == Curve.Ending.OPEN ? "#fff" : curve.colour())
                .with("stroke", curve.colour());
    }

    private double endX(Curve curve) {
        return frame.x(across, curve.mean().lastX());
    }

    private double endY(Curve curve) {
        return frame.y(up, curve.mean().last());
    }

    private String positions(double[] epochs) {
        return Arrays.stream(epochs)
                .mapToObj(epoch -> Frame.pixels(frame.x(across, epoch)))
                .collect(Collectors.joining(" "));
    }

    private static String numbers(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> value == Math.rint(value) && Math.abs(value) < 1e6
                        ? Long.toString((long) value)
                        : String.format(Locale.ROOT, "%.4g", value))
                .collect(Collectors.joining(" "));
    }
}
