package org.somata.experiments.runs;

import org.somata.config.CheckpointConfig;

/** When a pass pauses for a checkpoint within an epoch. The network's thread asks; the run's takes the pause. */
final class WithinEpochs {
    private final CheckpointConfig config;
    private volatile long savedStep;
    private volatile long savedAt = System.nanoTime();
    private volatile boolean pausing;

    WithinEpochs(CheckpointConfig config) {
        this.config = config;
    }

    /** A checkpoint has been written. */
    void saved(long step) {
        savedStep = step;
        savedAt = System.nanoTime();
    }

    /** Whether a checkpoint is due after so many presentations. */
    boolean pauses(long step) {
        boolean enough =
                config.steps().isPresent() && step - savedStep >= config.steps().get();
        boolean late = config.time().isPresent()
                && System.nanoTime() - savedAt >= config.time().get().nanos();
        pausing = step > savedStep && (enough || late);
        return pausing;
    }

    /** Whether the pass was stopped for this, and nothing else. */
    boolean takePause() {
        boolean taken = pausing;
        pausing = false;
        return taken;
    }
}
