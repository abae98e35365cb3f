package org.somata.experiments.report.charts;

import java.util.stream.DoubleStream;

/**
 * A line of a chart.
 *
 * @param key a letter or two at its end, so that nobody depends on its colour; empty if none
 * @param says for whoever points at it or has it read aloud
 * @param low beside the mean a standard deviation lower; empty where there is none; likewise high
 * @param ending what became of it
 */
public record Curve(String key, String says, String colour, Points mean, Points low, Points high, Ending ending) {
    private static final Points NONE = new Points(new double[0], new double[0]);

    public enum Ending {
        /** It came to its end. */
        COMPLETE,
        /** It goes on, or was interrupted. */
        OPEN,
        /** It diverged or failed. */
        BROKEN
    }

    /** A line without a band. */
    public static Curve plain(String key, String says, String colour, Points points, Ending ending) {
        return new Curve(key, says, colour, points, NONE, NONE, ending);
    }

    boolean banded() {
        return !low.isEmpty();
    }

    DoubleStream values() {
        return DoubleStream.concat(mean.values(), DoubleStream.concat(low.values(), high.values()));
    }
}
