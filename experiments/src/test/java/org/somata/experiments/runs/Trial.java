package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.data.Dataset;
import org.somata.experiments.data.Datasets;
import org.somata.experiments.data.Split;

/** Runs of the small experiment in folders of a temporary one. */
record Trial(Path temporary, List<String> overrides) {
    private static final Dataset DATA = Datasets.load("mnist-slice", line -> {});

    static Trial in(Path temporary, String... overrides) {
        return new Trial(temporary, List.of(overrides));
    }

    /** Without {@link Runs}, which would read the data and ask git for each. */
    Result run(String folder, Engine engine, Watch watch) {
        return run(folder, engine, watch, split -> split, assembly -> assembly);
    }

    /** The same on other data, or with other parts. */
    Result run(String folder, Engine engine, Watch watch, UnaryOperator<Split> data, UnaryOperator<Assembly> parts) {
        Manifest manifest = Manifest.first("small", 1, "mnist-slice", DATA.sha256(), Map.of());
        try (RunDirectory directory =
                RunDirectory.create(temporary.resolve(folder), Small.config(overrides), manifest)) {
            return work(directory, engine, watch, data, parts, run -> run.begin(InitialArrays.NONE));
        }
    }

    Path completed(String folder, Engine engine) {
        Result result = run(folder, engine, Watch.NONE);
        assertEquals(Result.COMPLETED, result.status(), result::reason);
        return temporary.resolve(folder);
    }

    Result resume(String folder, Engine engine, Watch watch) {
        try (RunDirectory directory = RunDirectory.open(temporary.resolve(folder))) {
            return work(directory, engine, watch, split -> split, assembly -> assembly, run -> run.goBack(0));
        }
    }

    private static Result work(
            RunDirectory directory,
            Engine engine,
            Watch watch,
            UnaryOperator<Split> data,
            UnaryOperator<Assembly> parts,
            Consumer<Run> start) {
        ExperimentConfig config = directory.config();
        Split split = Split.of(
                DATA,
                config.data().train(),
                OptionalInt.of(config.data().valid()),
                config.data().test());
        Assembly assembly = Assembly.of(config, DATA.features(), DATA.classes());
        try (Run run = new Run(directory, config, data.apply(split), parts.apply(assembly), engine, watch)) {
            start.accept(run);
            Result result = run.toTheEnd();
            directory.write(result);
            return result;
        }
    }

    static Result result(Path run) {
        try (RunDirectory directory = RunDirectory.open(run)) {
            return directory.files().result().orElseThrow();
        }
    }

    /** All that a run says but how long it took. */
    static Result timeless(Path run) {
        Result r = result(run);
        return new Result(
                r.status(),
                r.reason(),
                r.stopped(),
                r.unlearned(),
                r.epochs(),
                r.steps(),
                r.atEnd(),
                r.selected(),
                r.messages(),
                r.bitsForward(),
                r.bitsFeedback(),
                r.evaluationMessages(),
                r.evaluationBitsForward(),
                r.examples(),
                r.links(),
                0);
    }

    static void assertSame(Path expected, Path actual) {
        Map<String, String> files = Small.reproducible(expected);
        Map<String, String> others = Small.reproducible(actual);
        assertEquals(files.keySet(), others.keySet());
        Map<String, String> different = new TreeMap<>(files);
        different.entrySet().removeIf(file -> file.getValue().equals(others.get(file.getKey())));
        assertEquals(List.of(), List.copyOf(different.keySet()), actual + " differs from " + expected);
        assertEquals(timeless(expected), timeless(actual));
    }
}
