package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Engine;

/** Runs of the small experiment in folders of a temporary one. */
record Trial(Path temporary, List<String> overrides) {
    static Trial in(Path temporary, String... overrides) {
        return new Trial(temporary, List.of(overrides));
    }

    Runs.Outcome run(String folder, Engine engine, Watch watch) {
        return new Runs(engine, List.of("run"), watch)
                .begin(Small.config(overrides), temporary.resolve(folder), Optional.empty());
    }

    Path completed(String folder, Engine engine) {
        Runs.Outcome outcome = run(folder, engine, Watch.NONE);
        assertTrue(outcome.completed(), outcome::toString);
        return outcome.folder();
    }

    Runs.Outcome resume(String folder, Watch watch) {
        return new Runs(Engine.loop(), List.of("resume"), watch).resume(temporary.resolve(folder));
    }

    static Result result(Path run) {
        try (RunDirectory directory = RunDirectory.open(run)) {
            return directory.result().orElseThrow();
        }
    }

    /** All that a run says but how long it took. */
    static Result timeless(Path run) {
        Result r = result(run);
        return new Result(
                r.status(),
                r.reason(),
                r.epochs(),
                r.steps(),
                r.atEnd(),
                r.selected(),
                r.messages(),
                r.bitsForward(),
                r.bitsFeedback(),
                r.evaluationMessages(),
                r.evaluationBitsForward(),
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
