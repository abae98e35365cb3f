package org.somata.experiments.trials;

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

/**
 * A run among those that somebody named.
 *
 * @param begun empty for a trial that has not
 */
public record NamedRun(Path folder, ExperimentConfig config, Optional<RecordedRun> begun) {
    public static NamedRun of(RecordedRun run) {
        return new NamedRun(run.folder(), run.config(), Optional.of(run));
    }

    Subject subject() {
        return begun.map(Subject::of).orElseGet(() -> new Subject(config, ""));
    }

    boolean completed() {
        return begun.filter(RecordedRun::completed).isPresent();
    }

    /** Those of folders that are a run, trials, or hold these; each is there once. */
    static List<NamedRun> in(List<Path> folders) {
        List<NamedRun> all = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (Path folder : folders) {
            for (NamedRun run : in(folder)) {
                if (seen.add(Durable.real(run.folder))) {
                    all.add(run);
                }
            }
        }
        return all;
    }

    private static List<NamedRun> in(Path folder) {
        List<Path> within =
                Durable.list(folder).stream().filter(NamedRun::isThere).toList();
        if (isThere(folder) || within.isEmpty()) {
            return at(folder);
        }
        return within.stream().flatMap(each -> at(each).stream()).toList();
    }

    /**
     * The run of a folder, or all its trials in the order of their seeds.
     *
     * @throws org.somata.experiments.runs.WrongFolderException if it is neither
     */
    public static List<NamedRun> at(Path folder) {
        if (!RecordedTrials.isTrials(folder)) {
            return List.of(of(RecordedRun.read(folder)));
        }
        ExperimentConfig config = TrialsDirectory.config(folder);
        List<NamedRun> trials = new ArrayList<>();
        for (int number = 1; number <= config.trials(); number++) {
            ExperimentConfig trial = config.trial(number);
            trials.add(
                    new NamedRun(TrialsDirectory.folder(folder, trial), trial, TrialsDirectory.trial(folder, trial)));
        }
        return trials;
    }

    /** Whether a folder is one of a run or of trials. */
    public static boolean isThere(Path folder) {
        return Files.exists(folder.resolve(TrialsDirectory.CONFIG));
    }
}
