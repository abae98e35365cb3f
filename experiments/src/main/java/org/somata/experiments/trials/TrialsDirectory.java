package org.somata.experiments.trials;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.somata.config.ConfigReader;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.RunDirectory;
import org.somata.experiments.runs.WrongFolderException;

/** The files of trials, by name: those of the whole, and a folder for each trial. */
final class TrialsDirectory {
    static final String STATUS = "status.json";
    static final String CONFIG = "config.yaml";

    private TrialsDirectory() {}

    static boolean isTrials(Path folder) {
        return Files.exists(folder.resolve(CONFIG)) && read(folder).trials() > 1;
    }

    /** @throws WrongFolderException if these are no trials */
    static ExperimentConfig config(Path folder) {
        RunDirectory.requireRun(folder);
        ExperimentConfig config = read(folder);
        if (config.trials() == 1) {
            throw new WrongFolderException(folder, "is a single run; give a folder of several trials");
        }
        return config;
    }

    private static ExperimentConfig read(Path folder) {
        return ConfigReader.read(folder.resolve(CONFIG), List.of());
    }

    /** Where a trial is, or will be. */
    static Path folder(Path folder, ExperimentConfig trial) {
        return folder.resolve("seed-" + trial.seed());
    }

    /**
     * A trial, if it has begun.
     *
     * @throws WrongFolderException if something else is in its place
     */
    static Optional<RecordedRun> trial(Path folder, ExperimentConfig trial) {
        Path own = folder(folder, trial);
        if (!Files.exists(own.resolve(CONFIG))) {
            return Optional.empty();
        }
        RecordedRun run = RecordedRun.read(own);
        if (!run.config().equals(trial)) {
            throw new WrongFolderException(
                    own, "is no trial of " + folder + ", its config.yaml is another; move it out of there");
        }
        return Optional.of(run);
    }

    /** Each file is replaced in one step. */
    static void write(Path folder, Summary summary) {
        Durable.replaceWithJson(folder.resolve("summary.json"), summary);
        Durable.replace(folder.resolve("summary.csv"), SummaryTable.csv(summary).getBytes(StandardCharsets.UTF_8));
    }
}
