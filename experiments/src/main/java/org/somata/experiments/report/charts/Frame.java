package org.somata.experiments.report.charts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.somata.experiments.markup.Element;

/** The size of a drawing and the room around its axes, in pixels. */
record Frame(int width, int height, int left, int right, int top, int bottom) {
    static final Frame LARGE = new Frame(560, 300, 46, 26, 10, 36);
    static final Frame SMALL = new Frame(272, 150, 40, 14, 8, 20);

    double x(Scale scale, double value) {
        return left + scale.at(value) * (width - left - right);
    }

    double y(Scale scale, double value) {
        return height - bottom - scale.at(value) * (height - top - bottom);
    }

    List<long[]> line(Points points, Scale across, Scale up) {
        return Polyline.thinned(
                Arrays.stream(points.x()).map(value -> x(across, value)).toArray(),
                Arrays.stream(points.y()).map(value -> y(up, value)).toArray());
    }

    Element drawing(String says) {
        return Element.of("svg")
                .with("viewBox", "0 0 " + width + " " + height)
                .with("role", "img")
                .with("aria-label", says);
    }

    /** Lines across at the ticks of the upright axis, words beside both. */
    Element axes(Scale across, Scale up, String below) {
        Element axes = Element.classed("g", "axes");
        for (Tick tick : up.ticks()) {
            double y = y(up, tick.value());
            axes.add(line(left, y, width - right, y).with("class", tick.label().isEmpty() ? "faint" : "grid"));
            if (!tick.label().isEmpty()) {
                axes.add(words(left - 6, y + 3.5, "end", tick.label()));
            }
        }
        double floor = height - bottom;
        axes.add(line(left, floor, width - right, floor).with("class", "base"));
        for (Tick tick : across.ticks()) {
            double x = x(across, tick.value());
            axes.add(line(x, floor, x, floor + (tick.label().isEmpty() ? 2 : 4)).with("class", "base"));
            axes.add(words(x, floor + 15, "middle", tick.label()));
        }
        if (!below.isEmpty()) {
            axes.add(words((left + width - right) / 2.0, height - 4, "middle", below));
        }
        return axes;
    }

    static Element line(double x1, double y1, double x2, double y2) {
        return Element.of("line")
                .with("x1", pixels(x1))
                .with("y1", pixels(y1))
                .with("x2", pixels(x2))
                .with("y2", pixels(y2));
    }

    static Element words(double x, double y, String anchor, String text) {
        return Element.of("text", text)
                .with("x", pixels(x))
                .with("y", pixels(y))
                .with("text-anchor", anchor);
    }

    static String pixels(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
