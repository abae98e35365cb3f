package org.somata.experiments.runs;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * How fast work goes, from when this was made.
 *
 * @param done steps of it that were done before
 * @param secondsBefore that those took
 */
public record Pace(long done, double secondsBefore, long began) {
    public static Pace from(long done, double secondsBefore) {
        return new Pace(done, secondsBefore, System.nanoTime());
    }

    /** That it has taken in all. */
    public double seconds() {
        return secondsBefore + elapsed();
    }

    /** Until all the steps are done; null while none has been. */
    public Double secondsLeft(long nowDone, long steps) {
        return nowDone > done ? (Double) (elapsed() * (steps - nowDone) / (nowDone - done)) : null;
    }

    private double elapsed() {
        return (System.nanoTime() - began) / 1e9;
    }

    /** The time of day, as everything that is written down has it. */
    public static String now() {
        return OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
