package org.somata.experiments.report.charts;

import java.util.Comparator;
import java.util.List;

/** The keys at the ends of lines, moved apart where lines end together. */
final class EndLabels {
    private static final double APART = 11.5;
    private static final double SIDE_BY_SIDE = 24;

    private EndLabels() {}

    /** A key, and where its line ends. */
    record Label(String key, String colour, double x, double y) {
        private Label at(double otherY) {
            return new Label(key, colour, x, otherY);
        }
    }

    /** The same labels from top to bottom, none over another, all between two heights if there is room for them. */
    static List<Label> apart(List<Label> labels, double top, double bottom) {
        Label[] placed =
                labels.stream().sorted(Comparator.comparingDouble(Label::y)).toArray(Label[]::new);
        // equals share the room that they take: the first moves up as the last moves down
        for (int round = 0; round < 50; round++) {
            for (int i = 1; i < placed.length; i++) {
                for (int above = 0; above < i; above++) {
                    double lacking = APART - (placed[i].y() - placed[above].y());
                    if (lacking > 0.01 && Math.abs(placed[i].x() - placed[above].x()) < SIDE_BY_SIDE) {
                        placed[above] = placed[above].at(placed[above].y() - lacking / 2);
                        placed[i] = placed[i].at(placed[i].y() + lacking / 2);
                    }
                }
            }
            for (int i = 0; i < placed.length; i++) {
                placed[i] = placed[i].at(Math.min(bottom, Math.max(top, placed[i].y())));
            }
        }
        return List.of(placed);
    }
}
