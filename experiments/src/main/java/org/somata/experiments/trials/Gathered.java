package org.somata.experiments.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.RunException;

/**
 * A run among those that somebody named.
 *
 * @param begun empty for a trial that has not
 */
record Gathered(Path folder, ExperimentConfig config, Optional<RecordedRun> begun) {
    boolean completed() {
        return begun.filter(RecordedRun::completed).isPresent();
    }

    /** Those of folders that are a run, trials, or hold these; each is there once. */
    static List<Gathered> in(List<Path> folders) {
        List<Gathered> all = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (Path folder : folders) {
            for (Gathered run : in(folder)) {
                if (seen.add(real(run.folder))) {
                    all.add(run);
                }
            }
        }
        return all;
    }

    private static List<Gathered> in(Path folder) {
        List<Path> within =
                Durable.list(folder).stream().filter(Gathered::hasConfiguration).toList();
        if (hasConfiguration(folder) || within.isEmpty()) {
            return ofOne(folder);
        }
        return within.stream().flatMap(each -> ofOne(each).stream()).toList();
    }

    private static List<Gathered> ofOne(Path folder) {
        if (!RecordedTrials.isTrials(folder)) {
            RecordedRun run = RecordedRun.read(folder);
            return List.of(new Gathered(folder, run.config(), Optional.of(run)));
        }
        ExperimentConfig config = TrialsDirectory.config(folder);
        List<Gathered> trials = new ArrayList<>();
        for (int number = 1; number <= config.trials(); number++) {
            ExperimentConfig trial = config.trial(number);
            trials.add(
                    new Gathered(TrialsDirectory.folder(folder, trial), trial, TrialsDirectory.trial(folder, trial)));
        }
        return trials;
    }

    private static boolean hasConfiguration(Path folder) {
        return Files.exists(folder.resolve("config.yaml"));
    }

    private static Path real(Path folder) {
        try {
            return Files.exists(folder)
                    ? folder.toRealPath()
                    : folder.toAbsolutePath().normalize();
        } catch (IOException failure) {
            throw new RunException(folder + ": cannot be read (" + failure.getMessage() + ")");
        }
    }
}
