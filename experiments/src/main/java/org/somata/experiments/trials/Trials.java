package org.somata.experiments.trials;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.runs.Manifest;
import org.somata.experiments.runs.RunDirectory;
import org.somata.experiments.runs.Runs;
import org.somata.experiments.runs.Runs.Outcome;
import org.somata.experiments.runs.Watch;

/** Begins experiments and goes on with them, whether they are single runs or several trials. */
public final class Trials {
    private final Engine engine;
    private final List<String> commandLine;
    private final Watch watch;

    /** @param commandLine for the manifests */
    public Trials(Engine engine, List<String> commandLine, Watch watch) {
        this.engine = engine;
        this.commandLine = List.copyOf(commandLine);
        this.watch = watch;
    }

    /**
     * Runs an experiment in a new folder: all its trials, one after the other.
     *
     * @param init a folder of arrays that every trial begins with instead of drawn weights
     */
    public Outcome begin(ExperimentConfig config, Path folder, Optional<Path> init) {
        if (config.trials() == 1) {
            return runs(watch).begin(config, folder, init);
        }
        RunDirectory.requireNew(folder);
        Manifest manifest = runs(watch).manifest(config, init);
        try (RunDirectory directory =
                RunDirectory.create(folder, config, runs(watch).withSession(manifest))) {
            config.remarks().forEach(watch::note);
            return work(directory, config, manifest);
        }
    }

    /**
     * Runs a single run's experiment once more in a new folder.
     *
     * @param of that run's manifest
     */
    public Outcome repeat(ExperimentConfig config, Path folder, Manifest of) {
        return runs(watch).begin(config, folder, of.again());
    }

    /**
     * Goes on with what stopped: trials that have ended are left as they are, one that has not goes on from its
     * checkpoint, and those that are missing begin.
     */
    public Outcome resume(Path folder) {
        if (!RecordedTrials.isTrials(folder)) {
            return runs(watch).resume(folder);
        }
        try (RunDirectory directory = RunDirectory.open(folder)) {
            Manifest before = directory.manifest();
            return traced(before).work(directory, directory.config(), before);
        }
    }

    /** Trials that were traced go on being traced, those too that have not begun. */
    private Trials traced(Manifest before) {
        return before.tracing()
                .map(settings -> new Trials(engine.tracing(settings), commandLine, watch))
                .orElse(this);
    }

    private Outcome work(RunDirectory directory, ExperimentConfig config, Manifest before) {
        try (TrialsWatch shown = new TrialsWatch(watch, directory.folder(), config)) {
            return new TrialsSession(directory, config, runs(shown), shown).work(before);
        }
    }

    private Runs runs(Watch shown) {
        return new Runs(engine, commandLine, shown);
    }
}
