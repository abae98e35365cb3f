package org.somata.experiments.plots;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lines against anything, for an experiment that is no run.
 *
 * @param across the horizontal axis, {@code up} the vertical one
 */
public record Diagram(String title, Scale across, Scale up, List<Line> lines) {
    public Diagram {
        lines = List.copyOf(lines);
    }

    /** An axis: its label with the unit; on a logarithmic one what is not above 0 is left out. */
    public record Scale(String label, boolean logarithmic) {
        public static Scale linear(String label) {
            return new Scale(label, false);
        }

        public static Scale logarithmic(String label) {
            return new Scale(label, true);
        }

        boolean shows(double value) {
            return Double.isFinite(value) && (!logarithmic || value > 0);
        }
    }

    /** What a line is. */
    public enum Kind {
        /** Solid, in a colour of its own. */
        MEASURED,
        /** What the line before it is compared with: dashed, in its colour. */
        CONTROL,
        /** What measurements have to keep to: dashed and grey. */
        BOUND
    }

    /** One point of a line. */
    public record Point(double x, double y) {}

    /**
     * From left to right.
     *
     * @param kind how it is drawn
     */
    public record Line(String name, Kind kind, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }

        public static Line measured(String name, List<Point> points) {
            return new Line(name, Kind.MEASURED, points);
        }

        public static Line control(String name, List<Point> points) {
            return new Line(name, Kind.CONTROL, points);
        }

        public static Line bound(String name, List<Point> points) {
            return new Line(name, Kind.BOUND, points);
        }

        /** The same height everywhere from {@code from} to {@code to}. */
        public static Line level(String name, double height, double from, double to) {
            return bound(name, List.of(new Point(from, height), new Point(to, height)));
        }
    }

    /**
     * Draws it into {@code NAME.png} of a folder, over what was there: the same diagram gives the same bytes.
     *
     * @param note hears, in one sentence, where that cannot be done
     */
    public void write(Path folder, String name, Consumer<String> note) {
        new PlotFolder(folder, note).draw(name, this);
    }
}
