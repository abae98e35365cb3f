package org.somata.experiments.runs;

/** Somebody who looks on while a run goes, such as a progress bar; and who may ask it to stop. */
public interface Watch {
    Watch NONE = new Watch() {};

    /** A sentence for the person who looks on. */
    default void note(String text) {}

    /** A run of {@code epochs} epochs and {@code steps} presentations begins, {@code done} of these over already. */
    default void began(int epochs, long done, long steps) {}

    /** {@code done} presentations of the run are over. */
    default void progress(long done) {}

    /** An epoch is over; NaN stands for what was not evaluated. */
    default void epoch(
            int epoch, double trainCost, double trainError, double validError, double testError, double wallS) {}

    /** Whether the run should write a checkpoint and end, as soon as the presentations under way are over. */
    default boolean stopRequested() {
        return false;
    }
}
