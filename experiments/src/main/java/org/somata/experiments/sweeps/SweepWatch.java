package org.somata.experiments.sweeps;

import java.util.Optional;
import java.util.function.LongSupplier;

/** Somebody who looks on while a sweep goes, such as a progress bar; and who may ask it to stop. */
public interface SweepWatch {
    SweepWatch NONE = new SweepWatch() {};

    /** A sentence for the person who looks on. */
    default void note(String text) {}

    /**
     * The work begins.
     *
     * @param finished how many of {@code points} are already
     * @param epochs of all points, as their configurations have it
     */
    default void began(int points, int finished, long epochs) {}

    /** Some points are at work; {@code epochs} tells how many epochs are done in all. */
    default void progress(int running, LongSupplier epochs) {}

    /**
     * A point is finished.
     *
     * @param label its number and values
     * @param reason in words where it is not completed
     * @param finished how many points are
     * @param best so far
     */
    default void finished(
            String label, RecordedPoint point, String reason, int finished, Optional<RecordedPoint> best) {}

    /** Whether the sweep should end, as soon as the points at work have written checkpoints. */
    default boolean stopRequested() {
        return false;
    }
}
