package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Engine;

class ResultTest {
    private static final long HIDDEN = 12 + 10 + 8;
    private static final long EXAMPLES = 260;

    @TempDir
    private Path folder;

    static Stream<Engine> engines() {
        return Stream.of(Engine.loop(), Engine.actors(2));
    }

    /** M = 4: M activations, M − 1 targets, M − 1 refreshes; seven presentations a pass; 32 bits a unit and example. */
    @ParameterizedTest
    @CsvSource({
        "joint, simultaneous, 1, 0, 1, 1",
        "joint, bottom-up, 1, 1, 1, 1",
        "alternating, simultaneous, 2, 0, 1, 2",
        "alternating, bottom-up, 2, 1, 1, 2",
    })
    void messagesAndBitsAreThoseOfTheory(
            String passes, String order, int activations, int refreshes, int targets, int steps) {
        Trial trial = Trial.in(folder, "schedule.passes=" + passes, "schedule.order=" + order, "training.epochs=2");
        Result result = Trial.result(trial.completed("run", Engine.actors(2)));
        assertEquals(2 * 7 * steps, result.steps());
        assertEquals(2 * 7 * (4 * activations + 3 * refreshes + 3 * targets), result.messages());
        assertEquals(2 * 32 * EXAMPLES * ((784 + HIDDEN) * activations + HIDDEN * refreshes), result.bitsForward());
        assertEquals(2 * 32 * EXAMPLES * HIDDEN * targets, result.bitsFeedback());
    }

    @Test
    void warmUpCountsAsTraining() {
        Result result = Trial.result(Trial.in(folder, "schedule.feedback-warm-up=1", "training.epochs=1")
                .completed("run", Engine.loop()));
        assertEquals(14, result.steps());
        assertEquals(7 * 4 + 7 * (4 + 3), result.messages());
    }

    private static EpochFigures figures(int epoch, double validError) {
        return new EpochFigures(epoch, 1, 2, validError, 4, 5, 6, 7);
    }

    @Test
    void selectedIsTheEarliestOfTheLowestValidationErrors() {
        EpochFigures unevaluated =
                new EpochFigures(5, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 7);
        List<EpochFigures> history = List.of(figures(1, 9), figures(2, 3), figures(3, 3), figures(4, 5), unevaluated);
        Result result = Result.of(Result.COMPLETED, "", "", new Position(5, 35, 0, 0), history, Traffic.NONE, 1);
        assertEquals(new Result.Figures(2, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0), result.selected());
        assertEquals(new Result.Figures(4, 1.0, 2.0, 5.0, 4.0, 5.0, 6.0), result.atEnd());
    }

    @Test
    void whereNothingIsClassifiedTheLowestValidationCostIsSelected() {
        double none = Double.NaN;
        List<EpochFigures> history = List.of(
                new EpochFigures(1, 9, none, none, none, 8, 7, 9),
                new EpochFigures(2, 5, none, none, none, 4, 5, 6),
                new EpochFigures(3, 4, none, none, none, 6, 3, 5));
        Result result = Result.of(Result.COMPLETED, "", "", new Position(3, 21, 0, 0), history, Traffic.NONE, 1);
        assertEquals(new Result.Figures(2, 5.0, null, null, null, 4.0, 5.0), result.selected());
    }

    @Test
    void withoutValidationNothingIsSelected() {
        Result result = Trial.result(
                Trial.in(folder, "data.valid=0", "training.epochs=1").completed("run", Engine.loop()));
        assertNull(result.selected());
        assertNull(result.atEnd().validError());
        assertEquals(1, result.atEnd().epoch());
    }

    @Test
    void noEpochsAreAResultToo() {
        Result result = Trial.result(Trial.in(folder, "training.epochs=0").completed("run", Engine.loop()));
        assertNull(result.atEnd());
        assertEquals(0, result.messages());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aDivergedRunNamesLayerAndStepAndKeepsItsRows(Engine engine) {
        Sabotage nan = new Sabotage();
        Result result = Trial.in(folder).run("run", engine, nan, nan::notANumber, assembly -> assembly);
        assertEquals(Result.DIVERGED, result.status());
        assertEquals("diverged in layer 2 at step 8: the update of V is not a finite number", result.reason());
        assertEquals(1, result.epochs());
        assertEquals(1, result.atEnd().epoch());
        assertEquals(List.of("1"), epochs());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aLayerThatFailsIsNamedWithItsStepAndTheRunCanGoOn(Engine engine) {
        Trial trial = Trial.in(folder);
        Path undisturbed = trial.completed("undisturbed", Engine.loop());
        Sabotage broken = new Sabotage();
        Result result = trial.run("run", engine, broken, split -> split, broken::outputLayer);
        assertEquals(Result.FAILED, result.status());
        assertEquals(
                "layer 4 failed at step 8: java.lang.IllegalStateException: the output layer is broken",
                result.reason());
        assertEquals(1, result.epochs());
        assertEquals(List.of("1"), epochs());
        assertEquals(Result.COMPLETED, trial.resume("run", engine, Watch.NONE).status());
        Trial.assertSame(undisturbed, folder.resolve("run"));
    }

    @Test
    void whatIsThrownOutsideOfTheLayersIsAResultTooAndIsThrownOn() {
        Watch broken = new Watch() {
            @Override
            public void epoch(int epoch, double cost, double train, double valid, double test, double wallS) {
                throw new IllegalStateException("nobody can look on");
            }
        };
        Runs runs = new Runs(Engine.actors(2), List.of("run"), broken);
        Path run = folder.resolve("run");
        assertThrows(IllegalStateException.class, () -> runs.begin(Small.config(List.of()), run, Optional.empty()));
        Result result = Trial.result(run);
        assertEquals(Result.FAILED, result.status());
        assertEquals("nobody can look on", result.reason());
        assertEquals(1, result.epochs());
        assertFalse(Files.exists(run.resolve("status.json")));
        Path whole = Trial.in(folder).completed("whole", Engine.loop());
        assertTrue(new Runs(Engine.loop(), List.of("resume"), Watch.NONE)
                .resume(run)
                .completed());
        Trial.assertSame(whole, run);
    }

    private List<String> epochs() {
        try (RunDirectory directory = RunDirectory.open(folder.resolve("run"))) {
            return directory.files().metrics().rows(99).stream()
                    .map(row -> row.get(0))
                    .toList();
        }
    }
}
