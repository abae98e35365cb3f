package org.somata.experiments.report.charts;

import java.util.List;
import java.util.stream.Collectors;
import org.somata.experiments.markup.Element;

/** Points of a search: where each lies on one key's axis, and how good it is. */
public final class Scatter {
    private static final String PLAIN = Palette.group(0);
    private static final String BEST = Palette.group(1);

    private Scatter() {}

    /**
     * @param x on the axis across
     * @param y NaN where there is none; a cross at the upper edge stands for it
     * @param says for whoever points at it
     */
    public record Dot(double x, double y, String says, boolean best) {}

    public static Element of(String title, List<Dot> dots, Scale across, Scale up) {
        Frame frame = Frame.SMALL;
        Element drawing = frame.drawing(title + ": "
                + dots.stream()
                        .filter(Dot::best)
                        .map(dot -> "best " + dot.says())
                        .collect(Collectors.joining()));
        drawing.add(frame.axes(across, up, ""));
        for (Dot dot : dots) {
            if (!dot.best()) {
                drawing.add(mark(frame, dot, across, up));
            }
        }
        // over all others
        dots.stream().filter(Dot::best).forEach(dot -> drawing.add(mark(frame, dot, across, up)));
        return Element.classed("figure", "chart", Element.of("figcaption", title), drawing);
    }

    private static Element mark(Frame frame, Dot dot, Scale across, Scale up) {
        double x = frame.x(across, dot.x());
        Element title = Element.of("title", dot.says());
        if (Double.isNaN(dot.y())) {
            return Element.of("path", title)
                    .with("d", "M" + Frame.pixels(x - 3) + " " + Frame.pixels(frame.top() - 3.0) + "l6 6m0-6l-6 6")
                    .with("class", "line")
                    .with("stroke", BEST);
        }
        return Element.of("circle", title)
                .with("cx", Frame.pixels(x))
                .with("cy", Frame.pixels(frame.y(up, dot.y())))
                .with("r", dot.best() ? "5" : "3")
                .with("class", dot.best() ? "best" : "dot")
                .with(dot.best() ? "stroke" : "fill", dot.best() ? BEST : PLAIN);
    }
}
