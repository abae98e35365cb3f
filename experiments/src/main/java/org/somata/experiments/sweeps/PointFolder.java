package org.somata.experiments.sweeps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.somata.config.ConfigReader;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.trials.RecordedTrials;

/** The folder of a point: that of a run, or of trials. */
record PointFolder(Path folder) {
    private static final String CONFIG = "config.yaml";

    /** Whether there is something to go on with; otherwise the point has to be begun. */
    boolean begun() {
        return Files.exists(folder.resolve(CONFIG));
    }

    Optional<ExperimentConfig> config() {
        return begun() ? Optional.of(ConfigReader.read(folder.resolve(CONFIG), List.of())) : Optional.empty();
    }

    /** Its run, or those of its trials that have begun. */
    List<RecordedRun> runs() {
        return config().map(config ->
                        config.trials() > 1 ? RecordedTrials.read(folder).runs() : List.of(RecordedRun.read(folder)))
                .orElse(List.of());
    }

    /** Over all trials; good enough to be shown. */
    int epochsDone() {
        return Stream.concat(Stream.of(folder), Durable.list(folder).stream())
                .mapToInt(each -> Math.max(0, lines(each.resolve("metrics.csv")) - 1))
                .sum();
    }

    private static int lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException notThere) {
            return 0;
        }
    }
}
