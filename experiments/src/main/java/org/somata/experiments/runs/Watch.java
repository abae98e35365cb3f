package org.somata.experiments.runs;

/** Somebody who looks on while a run goes, such as a progress bar; and who may ask it to stop. */
public interface Watch {
    Watch NONE = new Watch() {};

    /** A sentence for the person who looks on. */
    default void note(String text) {}

    /** A run of {@code steps} presentations of {@code batch} examples begins, {@code done} of them over already. */
    default void began(int epochs, long done, long steps, int batch) {}

    /** Of several trials that are shown as one run, trial {@code number} goes on, the one of this seed. */
    default void trial(int number, int trials, long seed) {}

    /** {@code done} presentations of the run are over, the last of them in {@code epoch}. */
    default void progress(int epoch, long done) {}

    /** An epoch is over; NaN stands for what was not evaluated. */
    default void epoch(
            int epoch, double trainCost, double trainError, double validError, double testError, double wallS) {}

    /** Whether the run should write a checkpoint and end, as soon as the presentations under way are over. */
    default boolean stopRequested() {
        return false;
    }
}
