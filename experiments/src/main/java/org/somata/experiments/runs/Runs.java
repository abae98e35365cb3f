package org.somata.experiments.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.data.DataException;
import org.somata.experiments.data.Dataset;
import org.somata.experiments.data.Datasets;
import org.somata.experiments.data.Split;

/** Begins runs and goes on with them. */
public final class Runs {
    private final Engine engine;
    private final List<String> commandLine;
    private final Watch watch;

    /** @param commandLine for the manifest */
    public Runs(Engine engine, List<String> commandLine, Watch watch) {
        this.engine = engine;
        this.commandLine = List.copyOf(commandLine);
        this.watch = watch;
    }

    /**
     * How a run ended.
     *
     * @param status completed, diverged, failed or interrupted
     * @param reason in words where it was not completed
     */
    public record Outcome(String status, String reason, Path folder) {
        public boolean completed() {
            return status.equals(Result.COMPLETED);
        }

        public boolean interrupted() {
            return status.equals(Result.INTERRUPTED);
        }
    }

    /**
     * Runs an experiment in a new folder.
     *
     * @param init a folder of arrays to begin with instead of drawn weights
     */
    public Outcome begin(ExperimentConfig config, Path folder, Optional<Path> init) {
        Dataset dataset = Datasets.load(config.data().set(), watch::note);
        Split split = split(config, dataset);
        Map<String, String> initial = init.map(Runs::hashes).orElse(Map.of());
        try (RunDirectory directory = RunDirectory.create(folder, config)) {
            Manifest manifest =
                    Manifest.first(config.name(), config.seed(), config.data().set(), dataset.sha256(), initial);
            return session(directory, config, dataset, split, manifest, run -> {
                run.begin(init);
                return run.toTheEnd();
            });
        }
    }

    /** Goes on with a run that stopped, from its newest sound checkpoint; one that has ended is left as it is. */
    public Outcome resume(Path folder) {
        try (RunDirectory directory = RunDirectory.open(folder)) {
            Optional<Result> ended = result(directory);
            if (ended.isPresent() && !goesOn(ended.get())) {
                return new Outcome(ended.get().status(), ended.get().reason(), folder);
            }
            ExperimentConfig config = directory.config();
            Manifest manifest = manifest(directory);
            Dataset dataset = Datasets.load(config.data().set(), watch::note);
            if (!manifest.data().equals(dataset.sha256())) {
                throw new DataException(folder + ": was begun with other data than "
                        + config.data().set() + " now has; its manifest.json has their SHA-256");
            }
            return session(directory, config, dataset, split(config, dataset), manifest, run -> {
                run.goBack();
                return run.toTheEnd();
            });
        }
    }

    /** Whether a run has ended so that there is nothing to go on with. */
    public static boolean ended(Path folder) {
        try (RunDirectory directory = RunDirectory.open(folder)) {
            return result(directory).filter(result -> !goesOn(result)).isPresent();
        }
    }

    private static boolean goesOn(Result result) {
        return result.status().equals(Result.INTERRUPTED) || result.status().equals(Result.FAILED);
    }

    private Outcome session(
            RunDirectory directory,
            ExperimentConfig config,
            Dataset dataset,
            Split split,
            Manifest before,
            Function<Run, Result> work) {
        try (RunLog log = new RunLog(directory.file("run.log"))) {
            Manifest manifest = before.with(now());
            Durable.replaceWithJson(directory.file("manifest.json"), manifest);
            Durable.deleteFile(directory.file("result.json"));
            Watch logged = new LoggedWatch(watch, log);
            config.unused()
                    .forEach(key -> logged.note(
                            key + " is not used by " + config.learning().rule()));
            Assembly assembly = Assembly.of(config, dataset.features(), dataset.classes());
            Result result = work.apply(new Run(directory, config, split, assembly, engine, logged));
            Durable.replaceWithJson(directory.file("result.json"), result);
            Durable.replaceWithJson(directory.file("manifest.json"), manifest.endedAt(time()));
            Durable.deleteFile(directory.file("status.json"));
            log.info(result.status() + (result.reason().isEmpty() ? "" : ": " + result.reason()));
            return new Outcome(result.status(), result.reason(), directory.folder());
        }
    }

    private Manifest.Session now() {
        Fingerprint here = Fingerprint.here();
        return new Manifest.Session(
                commandLine,
                here.java(),
                here.os(),
                here.cpu(),
                here.kernels(),
                here.hash(),
                engine.label(),
                engine.threads(),
                time(),
                "");
    }

    private static String time() {
        return OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Split split(ExperimentConfig config, Dataset dataset) {
        return Split.of(
                dataset,
                config.data().train(),
                OptionalInt.of(config.data().valid()),
                config.data().test());
    }

    private static Optional<Result> result(RunDirectory directory) {
        return read(directory.file("result.json"), Result.class);
    }

    private static Manifest manifest(RunDirectory directory) {
        return read(directory.file("manifest.json"), Manifest.class)
                .orElseThrow(() -> new DataException(directory.file("manifest.json") + ": is missing"));
    }

    private static <T> Optional<T> read(Path file, Class<T> type) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Durable.JSON.readValue(file.toFile(), type));
        } catch (IOException damaged) {
            throw new DataException(file + ": cannot be read ("
                    + damaged.getMessage().lines().findFirst().orElse("") + ")");
        }
    }

    /** The folder and the hash of every array in it. */
    private static Map<String, String> hashes(Path folder) {
        Map<String, String> hashes = new TreeMap<>();
        Consumer<Path> add = file -> {
            try {
                hashes.put(folder.relativize(file).toString(), Checkpoint.sha256(Files.readAllBytes(file)));
            } catch (IOException unreadable) {
                throw new DataException(file + ": cannot be read (" + unreadable.getMessage() + ")");
            }
        };
        for (Path entry : Durable.list(folder)) {
            Durable.list(entry).stream()
                    .filter(file -> file.toString().endsWith(".npy"))
                    .forEach(add);
        }
        hashes.put("folder", folder.toString());
        return hashes;
    }
}
