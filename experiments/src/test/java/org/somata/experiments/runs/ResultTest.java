package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.data.Split;
import org.somata.model.Examples;

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
        Result result = Result.of(Result.COMPLETED, "", new Position(5, 35, 0, 0), history, Traffic.NONE, 1);
        assertEquals(new Result.Figures(2, 1.0, 2.0, 3.0, 4.0), result.selected());
        assertEquals(new Result.Figures(4, 1.0, 2.0, 5.0, 4.0), result.atEnd());
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

    /** Training examples that go bad once the first epoch is over. */
    private static final class GoingBad implements Watch {
        private final float input;
        private final int label;
        private volatile boolean bad;

        GoingBad(float input, int label) {
            this.input = input;
            this.label = label;
        }

        @Override
        public void epoch(int epoch, double cost, double train, double valid, double test, double wallS) {
            bad = true;
        }

        Split of(Split data) {
            return new Split(new Spoilt(data.train()), data.valid(), data.test());
        }

        private final class Spoilt implements Examples {
            private final Examples good;

            Spoilt(Examples good) {
                this.good = good;
            }

            @Override
            public int count() {
                return good.count();
            }

            @Override
            public int features() {
                return good.features();
            }

            @Override
            public int classes() {
                return good.classes();
            }

            @Override
            public void copyInput(int index, float[] into, int offset) {
                good.copyInput(index, into, offset);
                into[offset] = bad ? input : into[offset];
            }

            @Override
            public int label(int index) {
                return bad && label >= 0 ? label : good.label(index);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aDivergedRunNamesLayerAndStepAndKeepsItsRows(Engine engine) {
        GoingBad data = new GoingBad(Float.NaN, -1);
        Result result = Trial.in(folder, "data.shuffle=false").run("run", engine, data, data::of);
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
        GoingBad data = new GoingBad(0, 99);
        Result result = trial.run("run", engine, data, data::of);
        assertEquals(Result.FAILED, result.status());
        assertEquals("layer 4 failed at step 8: ", result.reason().substring(0, 26));
        assertEquals(1, result.epochs());
        assertEquals(List.of("1"), epochs());
        assertEquals(Result.COMPLETED, trial.resume("run", engine, Watch.NONE).status());
        Trial.assertSame(undisturbed, folder.resolve("run"));
    }

    private List<String> epochs() {
        try (RunDirectory directory = RunDirectory.open(folder.resolve("run"))) {
            return directory.metrics().rows(99).stream().map(row -> row.get(0)).toList();
        }
    }
}
