package org.somata.experiments.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.somata.config.ConfigReader;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.data.DataException;

/** The files of a run, by name. */
record RunFiles(Path folder) {
    static final String CONFIG = "config.yaml";
    static final String MANIFEST = "manifest.json";

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The configuration that the run was begun with, resolved. */
    Path config() {
        return file(CONFIG);
    }

    ExperimentConfig resolvedConfig() {
        return ConfigReader.read(config(), List.of());
    }

    /** @throws WrongFolderException if it is of trials, which have a run each */
    ExperimentConfig configOfOne() {
        ExperimentConfig config = resolvedConfig();
        if (config.trials() > 1) {
            throw new WrongFolderException(
                    folder, "has " + config.trials() + " trials; for a single run give the folder of one of them");
        }
        return config;
    }

    /** All that grow by an epoch. */
    List<Table> tables() {
        return List.of(metrics(), layers(), timing(), traffic());
    }

    Table metrics() {
        return new Table(file("metrics.csv"), EpochFigures.COLUMNS);
    }

    Table layers() {
        return new Table(file("layers.csv"), LayerFigures.LEAST_COLUMNS, LayerFigures.COLUMNS);
    }

    Table timing() {
        return new Table(file("timing.csv"), "epoch", "wall_s", "samples_per_s");
    }

    Table traffic() {
        return new Table(file("traffic.csv"), EpochTraffic.COLUMNS);
    }

    /** @throws DataException if it is missing or damaged */
    Manifest manifest() {
        return read(MANIFEST, Manifest.class)
                .orElseThrow(() -> new DataException(file(MANIFEST) + ": is missing; begin the run anew"));
    }

    /** How the run ended; empty while it goes, or where it was killed. */
    Optional<Result> result() {
        return read(Result.FILE, Result.class);
    }

    Optional<Status> status() {
        return read(Status.FILE, Status.class);
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        Path file = file(name);
        return Files.exists(file) ? Optional.of(Durable.readJson(file, type, "")) : Optional.empty();
    }
}
