package org.somata.experiments.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
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
    private String loadedSet;
    private Dataset loaded;

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
     * @param config of a single trial
     * @param init a folder of arrays to begin with instead of drawn weights
     */
    public Outcome begin(ExperimentConfig config, Path folder, Optional<Path> init) {
        // before the dataset is fetched, which may take minutes
        RunDirectory.requireNew(folder);
        return begin(config, folder, manifest(config, init));
    }

    /**
     * Runs an experiment in a new folder with the data, and the arrays to begin with, of a manifest.
     *
     * @throws DataException if these have changed since
     */
    public Outcome begin(ExperimentConfig config, Path folder, Manifest of) {
        if (config.trials() > 1) {
            throw new IllegalArgumentException("a run of " + config.trials() + " trials");
        }
        RunDirectory.requireNew(folder);
        engine.start(config);
        Dataset dataset = dataset(config);
        requireSame(dataset, of, folder);
        Split split = split(config, dataset);
        Assembly assembly = assembly(config, dataset);
        InitialArrays initial = InitialArrays.again(of.init(), assembly);
        Manifest manifest = of.ofSeed(config.seed()).with(now(engine));
        try (RunDirectory directory = RunDirectory.create(folder, config, manifest)) {
            return session(directory, engine, config, split, assembly, manifest, run -> run.begin(initial));
        }
    }

    /**
     * Where the results of an experiment would come from. It is checked as if it were begun, and nothing is written.
     *
     * @return a manifest without a session
     */
    public Manifest manifest(ExperimentConfig config, Optional<Path> init) {
        engine.start(config);
        Dataset dataset = dataset(config);
        split(config, dataset);
        Assembly assembly = assembly(config, dataset);
        InitialArrays initial =
                init.map(arrays -> InitialArrays.read(arrays, assembly)).orElse(InitialArrays.NONE);
        return Manifest.first(config.name(), config.seed(), config.data().set(), dataset.sha256(), initial.provenance())
                .seeing(dataset.shape());
    }

    /** Goes on with a run that stopped, from its newest sound checkpoint; one that has ended is left as it is. */
    public Outcome resume(Path folder) {
        try (RunDirectory directory = RunDirectory.open(folder)) {
            Optional<Result> ended = directory.files().result();
            if (ended.isPresent() && ended.get().ended()) {
                watch.note(folder + ": has ended already, there is nothing to go on with");
                return new Outcome(ended.get().status(), ended.get().reason(), folder);
            }
            double seconds = ended.map(Result::wallS)
                    .or(() -> directory.files().status().map(Status::wallS))
                    .orElse(0.0);
            ExperimentConfig config = directory.config();
            Manifest before = directory.files().manifest();
            // a run that was traced goes on being traced
            Engine driving = before.tracing().map(engine::tracing).orElse(engine);
            driving.start(config);
            Dataset dataset = dataset(config);
            requireSame(dataset, before, folder);
            Assembly assembly = assembly(config, dataset);
            Manifest manifest = before.with(now(driving));
            Split data = split(config, dataset);
            return session(directory, driving, config, data, assembly, manifest, run -> {
                if (run.canGoBack()) {
                    run.goBack(seconds);
                } else {
                    run.begin(InitialArrays.again(before.init(), assembly));
                }
            });
        }
    }

    private static void requireSame(Dataset dataset, Manifest manifest, Path folder) {
        if (!manifest.data().equals(dataset.sha256())) {
            throw new DataException(folder + ": was begun with other data than " + manifest.dataSet()
                    + " now has; its manifest.json has their SHA-256");
        }
    }

    /** Several runs of the same data need them read but once. */
    private Dataset dataset(ExperimentConfig config) {
        String set = config.data().set();
        if (loaded == null || !set.equals(loadedSet)) {
            loaded = Datasets.load(set, watch::note);
            loadedSet = set;
        }
        return loaded;
    }

    private Outcome session(
            RunDirectory directory,
            Engine driving,
            ExperimentConfig config,
            Split split,
            Assembly assembly,
            Manifest manifest,
            Consumer<Run> start) {
        try (RunLog log = new RunLog(directory.file("run.log"))) {
            directory.write(manifest);
            Watch logged = new LoggedWatch(watch, log);
            config.remarks().forEach(logged::note);
            Result result = work(directory, new Run(directory, config, split, assembly, driving, logged), start);
            directory.write(manifest.ended());
            Durable.deleteFile(directory.file(Status.FILE));
            log.info(result.status() + (result.reason().isEmpty() ? "" : ": " + result.reason()));
            return new Outcome(result.status(), result.reason(), directory.folder());
        }
    }

    /** Has a run start and come to its end; the result is written whatever that is. */
    private static Result work(RunDirectory directory, Run run, Consumer<Run> start) {
        try (run) {
            start.accept(run);
            directory.deleteResult();
            Result result = run.toTheEnd();
            directory.write(result);
            return result;
        } catch (RuntimeException | Error failure) {
            writeFailure(directory, run, failure);
            throw failure;
        }
    }

    /** Where a run could not even go back to its checkpoint, what is known of it is what it ended with before. */
    private static void writeFailure(RunDirectory directory, Run run, Throwable failure) {
        try {
            if (directory.files().result().isEmpty()) {
                directory.writeAtLast(run.failed(failure));
            }
            Durable.deleteFile(directory.file(Status.FILE));
        } catch (RuntimeException full) {
            failure.addSuppressed(full);
        }
    }

    /** With this process among those that have worked on it. */
    public Manifest withSession(Manifest manifest) {
        return manifest.with(now(engine));
    }

    private Manifest.Session now(Engine driving) {
        Fingerprint here = Fingerprint.here();
        return new Manifest.Session(
                commandLine,
                here.java(),
                here.os(),
                here.cpu(),
                here.kernels(),
                here.hash(),
                driving.label(),
                driving.threads(),
                Pace.now(),
                "",
                driving.trace().orElse(null));
    }

    static Split split(ExperimentConfig config, Dataset dataset) {
        return Split.of(
                dataset,
                config.data().train(),
                OptionalInt.of(config.data().valid()),
                config.data().test());
    }

    /** What there is no room for is refused before anything is written. */
    private Assembly assembly(ExperimentConfig config, Dataset dataset) {
        Assembly assembly = Assembly.of(config, dataset.features(), dataset.classes());
        assembly.requireRoom(engine, Run.probe(config, split(config, dataset)));
        return assembly;
    }
}
