package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Engine;

class StoppingTest {
    /** Learns so fast that it is soon as good as it gets. */
    private static final String[] EARLY = {"training.epochs=40", "training.patience=2", "seed=3"};

    @TempDir
    private Path folder;

    /** Errors by epoch; a dash where nothing was evaluated. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 9 8 7 6 | ''",
                "2 | 9 8 8 | ''",
                "2 | 9 8 8 8 | no lower validation error in 2 evaluations after epoch 2",
                "1 | 9 8 8 | no lower validation error in 1 evaluation after epoch 2",
                "2 | 9 8 9 7 | ''",
                "2 | 9 - - 9 - | ''",
                "2 | 9 - 9 - 9 | no lower validation error in 2 evaluations after epoch 1",
                "2 | - - - | ''"
            })
    void aRunEndsAfterSoManyEvaluationsWithoutALower(int patience, String errors, String reason) {
        List<EpochFigures> history = new ArrayList<>();
        Arrays.stream(errors.split(" "))
                .mapToDouble(error -> error.equals("-") ? Double.NaN : Double.parseDouble(error))
                .forEach(error -> history.add(new EpochFigures(history.size() + 1, error, 0, error, 0, error, 0, 0)));
        assertEquals(reason, new Stopping(OptionalInt.of(patience)).reason(history));
        assertEquals("", new Stopping(OptionalInt.empty()).reason(history));
    }

    @Test
    void itIsCompletedAndSaysWhyAndKeepsTheCheckpointOfTheBestEpoch() {
        Path run = Trial.in(folder, EARLY).completed("run", Engine.actors(2));
        Result result = Trial.result(run);
        assertTrue(result.epochs() < 40, result::toString);
        assertEquals(result.epochs(), result.atEnd().epoch());
        int best = result.selected().epoch();
        assertEquals("no lower validation error in 2 evaluations after epoch " + best, result.stopped());
        assertEquals(best + 2, result.epochs());
        List<String> expected =
                List.of(best, best + 1, best + 2).stream().map(Position::folder).toList();
        assertEquals(expected, checkpoints(run));
    }

    @Test
    void upToThereItIsTheRunThatDoesNotStop() throws Exception {
        Path stopped = Trial.in(folder, EARLY).completed("stopped", Engine.loop());
        Path whole = Trial.in(folder, "training.epochs=40", "seed=3").completed("whole", Engine.loop());
        String rows = Files.readString(stopped.resolve("metrics.csv"));
        assertTrue(Files.readString(whole.resolve("metrics.csv")).startsWith(rows));
    }

    /** Whatever the last epoch is, the best one can still be evaluated. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void theBestEpochHasACheckpointHoweverFewThereAre(int every) {
        Path run = Trial.in(folder, "training.epochs=8", "checkpoints.every=" + every, "checkpoints.keep=1")
                .completed("run", Engine.loop());
        Path best = run.resolve("checkpoints")
                .resolve(Position.folder(Trial.result(run).selected().epoch()));
        assertEquals(
                Trial.result(run).selected().epoch(),
                Checkpoint.read(best).position().epoch());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void stoppedAndGoneOnWithAnywhereItEndsWhereItWouldHave(int every) {
        Trial trial = Trial.in(
                folder,
                "training.epochs=40",
                "training.patience=2",
                "seed=3",
                "checkpoints.every=" + every,
                "checkpoints.keep=1");
        Path undisturbed = trial.completed("undisturbed", Engine.loop());
        trial.run("disturbed", Engine.loop(), stopAfter(5));
        int sessions = 1;
        while (trial.resume("disturbed", Engine.loop(), stopAfter(11)).status().equals(Result.INTERRUPTED)) {
            sessions++;
        }
        assertTrue(sessions > 2);
        Trial.assertSame(undisturbed, folder.resolve("disturbed"));
    }

    private static Watch stopAfter(int presentations) {
        int[] left = {presentations};
        return new Watch() {
            @Override
            public boolean stopRequested() {
                return left[0]-- <= 0;
            }
        };
    }

    private static List<String> checkpoints(Path run) {
        return Small.tree(run.resolve("checkpoints")).keySet().stream()
                .map(file -> file.split("/")[0])
                .distinct()
                .toList();
    }
}
