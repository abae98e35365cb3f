package org.somata.experiments.runs;

import java.nio.file.Path;
import java.util.List;

/** Keeps a run's status.json: at the end of every epoch, and about once a second within it. */
final class LiveStatus {
    private final LiveFile file;
    private final Curriculum curriculum;
    private Pace pace = Pace.from(0, 0);

    LiveStatus(Path file, Curriculum curriculum) {
        this.file = new LiveFile(file);
        this.curriculum = curriculum;
    }

    /** The run goes on where so many presentations are done, which took so many seconds. */
    void goOn(long done, double seconds) {
        pace = Pace.from(done, seconds);
    }

    /** That the run has taken, over all its sessions. */
    double seconds() {
        return pace.seconds();
    }

    /** Between epochs. */
    void show(Position position, List<EpochFigures> history) {
        file.show(status(position.epoch(), position.step(), history));
    }

    /** Within an epoch, counted from 1. */
    void within(int epoch, long step, List<EpochFigures> history) {
        file.showNow(() -> status(epoch - 1, step, history));
    }

    private Status status(int epoch, long step, List<EpochFigures> history) {
        return new Status(
                "running",
                epoch,
                curriculum.epochs(),
                step,
                curriculum.steps(),
                Result.lastEvaluated(history),
                pace.seconds(),
                pace.secondsLeft(step, curriculum.steps()),
                Pace.now());
    }
}
