package org.somata.experiments.report.charts;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.somata.experiments.markup.Element;

/** Lines over epochs, or along another axis, as one picture under its title. */
public final class CurveChart {
    private final Frame frame;
    private final Across axis;
    private final Scale up;

    private CurveChart(Frame frame, Across axis, Scale up) {
        this.frame = frame;
        this.axis = axis;
        this.up = up;
    }

    /** Two of them stand side by side; the values of a place can be pointed at. */
    public static Element large(String title, List<Curve> curves, Scale up) {
        return large(title, curves, Across.epochs(epochs(curves, 8)), up);
    }

    /** The same along another axis. */
    public static Element large(String title, List<Curve> curves, Across axis, Scale up) {
        Element drawing = new CurveChart(Frame.LARGE, axis, up)
                .drawing(title, curves, axis.name())
                .with("data-plot", Frame.LARGE.left() + " " + (Frame.LARGE.width() - Frame.LARGE.right()))
                .with("data-read", axis.read());
        return captioned(title, drawing);
    }

    /** One of many. */
    public static Element small(String title, List<Curve> curves, Scale up) {
        Across axis = Across.epochs(epochs(curves, 4));
        return captioned(title, new CurveChart(Frame.SMALL, axis, up).drawing(title, curves, ""));
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
        drawing.add(frame.axes(axis.scale(), up, below));
        drawn.stream().filter(Curve::banded).forEach(curve -> drawing.add(band(curve)));
        drawn.forEach(curve -> drawing.add(line(curve)));
        drawn.stream()
                .filter(curve -> axis.dotted()
                        || curve.ending() != Curve.Ending.COMPLETE
                        || curve.mean().size() == 1)
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
                .with(
                        "d",
                        Polyline.path(
                                frame.line(curve.low(), axis.scale(), up), frame.line(curve.high(), axis.scale(), up)))
                .with("class", "band")
                .with("fill", curve.colour());
    }

    private Element line(Curve curve) {
        Element line = Element.of("path")
                .with("d", Polyline.path(frame.line(curve.mean(), axis.scale(), up), List.of()))
                .with("class", curve.ending() == Curve.Ending.COMPLETE ? "line" : "line thin")
                .with("stroke", curve.colour());
        if (frame == Frame.LARGE && !curve.key().isEmpty()) {
            line.with("data-key", curve.key())
                    .with("data-x", texts(curve.mean().x(), axis.value()))
                    .with("data-at", positions(curve.mean().x()))
                    .with("data-y", texts(curve.mean().y(), Across::number));
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
        return frame.x(axis.scale(), curve.mean().lastX());
    }

    private double endY(Curve curve) {
        return frame.y(up, curve.mean().last());
    }

    private String positions(double[] places) {
        return texts(places, place -> Frame.pixels(frame.x(axis.scale(), place)));
    }

    private static String texts(double[] values, DoubleFunction<String> text) {
        return Arrays.stream(values).mapToObj(text).collect(Collectors.joining(" "));
    }
}
