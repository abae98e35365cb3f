package org.somata.experiments.trials;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.WrongFolderException;

/**
 * Trials as their directory tells them, whether they are all over or not. Reading them takes no lock and changes
 * nothing.
 *
 * @param config of all of them
 * @param runs those that have begun, in the order of their seeds
 * @param summary what those that are completed come to; made of the runs, so it is never out of date
 */
public record RecordedTrials(Path folder, ExperimentConfig config, List<RecordedRun> runs, Summary summary) {
    /**
     * @throws WrongFolderException if there are no trials, or one is not of this configuration
     * @throws org.somata.experiments.data.DataException if a file of them is missing or damaged
     */
    public static RecordedTrials read(Path folder) {
        ExperimentConfig config = TrialsDirectory.config(folder);
        List<RecordedRun> runs = new ArrayList<>();
        for (int number = 1; number <= config.trials(); number++) {
            TrialsDirectory.trial(folder, config.trial(number)).ifPresent(runs::add);
        }
        return new RecordedTrials(folder, config, List.copyOf(runs), Summary.of(config, runs));
    }

    /** Whether a folder is one of trials, rather than of a single run, or of none. */
    public static boolean isTrials(Path folder) {
        return TrialsDirectory.isTrials(folder);
    }
}
