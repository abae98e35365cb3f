package org.somata.experiments.sweeps;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.somata.config.SweepConfig;
import org.somata.config.SweepFile;
import org.somata.experiments.runs.Pace;

/** Begins sweeps and goes on with them. */
public final class Sweeps {
    private final SweepOptions options;
    private final List<String> commandLine;
    private final String main;
    private final SweepWatch watch;

    /**
     * @param commandLine for the manifest
     * @param main the class whose commands {@code run} and {@code resume} work on a point
     */
    public Sweeps(SweepOptions options, List<String> commandLine, Class<?> main, SweepWatch watch) {
        this.options = options;
        this.commandLine = List.copyOf(commandLine);
        this.main = main.getName();
        this.watch = watch;
    }

    /** How the work on a sweep ended. */
    public enum Status {
        /** Every point is finished, be it as failed or diverged. */
        COMPLETED,
        /** A point failed that had better not, or all did. */
        FAILED,
        INTERRUPTED
    }

    /**
     * @param reason in words where it is not completed
     * @param best the completed point of the lowest objective so far
     */
    public record Outcome(Status status, String reason, Path folder, Optional<RecordedPoint> best) {}

    /** Where a sweep goes that was given no folder: {@code runs/NAME/YYYYMMDD-HHMMSS}. */
    public static Path defaultFolder(SweepConfig config, LocalDateTime now) {
        return SweepDirectory.defaultFolder(config, now);
    }

    /** Works on a sweep in a new folder; nothing is written before every point is known to be valid. */
    public Outcome begin(SweepFile sweep, Path folder) {
        SweepDirectory.requireNew(folder);
        Plan plan = Plan.of(sweep);
        noteSize(sweep.config(), plan);
        new DataCheck(sweep, watch::note).of(plan.points());
        try (SweepDirectory directory = SweepDirectory.create(folder, sweep)) {
            return session(directory, sweep, plan);
        }
    }

    private void noteSize(SweepConfig config, Plan plan) {
        int points = plan.points().size();
        config.points().ifPresent(budget -> {
            if (points < budget) {
                watch.note("the space has " + points + " different points, fewer than the " + budget + " asked for");
            }
        });
    }

    /** Goes on with the points that are not finished; a sweep whose points all are is left as it is. */
    public Outcome resume(Path folder) {
        // what is no sweep gets no lock
        SweepDirectory.file(folder);
        try (SweepDirectory directory = SweepDirectory.open(folder)) {
            SweepFile sweep = directory.file();
            Plan plan = Plan.of(sweep);
            directory.requireNoOthers(plan);
            return session(directory, sweep, plan);
        }
    }

    private Outcome session(SweepDirectory directory, SweepFile sweep, Plan plan) {
        try (Workers workers = new Workers(directory, options, main)) {
            Sweep work = new Sweep(directory, sweep.config(), plan, workers, options.failFast(), watch);
            work.lookThrough();
            if (work.waiting().isEmpty()) {
                watch.note(directory.folder() + ": has ended already, there is nothing to go on with");
                return work.toTheEnd();
            }
            new DataCheck(sweep, watch::note).of(work.waiting());
            SweepManifest manifest = directory
                    .manifest()
                    .with(new SweepManifest.Session(
                            commandLine, options.jobs(), options.threadsEach(), Pace.now(), ""));
            directory.write(manifest);
            Outcome outcome = work.toTheEnd();
            directory.write(manifest.ended());
            return outcome;
        }
    }
}
