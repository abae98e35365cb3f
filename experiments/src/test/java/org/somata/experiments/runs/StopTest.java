package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Engine;

class StopTest {
    @TempDir
    private Path folder;

    /** Asks for a stop before the presentation after so many. */
    private record After(int[] left) implements Watch {
        static After presentations(int count) {
            return new After(new int[] {count});
        }

        @Override
        public boolean stopRequested() {
            return left[0]-- <= 0;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,joint,0,1,epoch-000000",
        "3,joint,0,1,epoch-000000-step-000000003",
        "7,joint,0,1,epoch-000001",
        "7,joint,0,2,epoch-000001",
        "10,joint,0,3,epoch-000001-step-000000010",
        "9,joint,2,1,epoch-000000-step-000000009",
        "14,joint,2,1,epoch-000000-step-000000014",
        "7,alternating,0,1,epoch-000000-step-000000007",
        "25,alternating,0,2,epoch-000001-step-000000025",
        "28,alternating,0,2,epoch-000002"
    })
    void aRunStoppedAnywhereGoesOnAsIfItHadNotBeen(int after, String passes, int warmUp, int every, String checkpoint) {
        Trial trial = Trial.in(
                folder,
                "schedule.passes=" + passes,
                "schedule.feedback-warm-up=" + warmUp,
                "checkpoints.every=" + every);
        Path undisturbed = trial.completed("undisturbed", Engine.loop());
        Result result = trial.run("stopped", Engine.loop(), After.presentations(after));
        Path stopped = folder.resolve("stopped");
        assertEquals(Result.INTERRUPTED, result.status());
        assertEquals(after, result.steps());
        assertEquals("stopped on request at step " + after, result.reason());
        assertTrue(Files.exists(stopped.resolve("checkpoints").resolve(checkpoint)));
        // and once more, just after
        Result again = trial.resume("stopped", Engine.loop(), After.presentations(1));
        assertEquals(Result.INTERRUPTED, again.status());
        Result last = trial.resume("stopped", Engine.loop(), Watch.NONE);
        assertEquals(Result.COMPLETED, last.status());
        Trial.assertSame(undisturbed, stopped);
    }

    /** Stopped on two threads and gone on with on one, it comes to what the loop does undisturbed. */
    private void assertActorsGoOn(Trial trial, int after) {
        Path undisturbed = trial.completed("undisturbed", Engine.loop());
        Result result = trial.run("stopped", Engine.actors(2), After.presentations(after));
        assertEquals(Result.INTERRUPTED, result.status());
        assertEquals(after, result.steps());
        assertEquals(
                Result.COMPLETED,
                trial.resume("stopped", Engine.actors(1), Watch.NONE).status());
        Trial.assertSame(undisturbed, folder.resolve("stopped"));
    }

    @ParameterizedTest
    @CsvSource({"4,difference-target-propagation", "14,backpropagation"})
    void anAutoencoderGoesOnTooWithItsOneOptimiserOfEachArray(int after, String rule) {
        List<String> overrides = new ArrayList<>(Small.AUTOENCODER);
        overrides.add("learning.rule=" + rule);
        overrides.add("learning.forward={optimiser: adam, rate: {value: 0.01, decay: linear}}");
        Trial trial = new Trial(folder, overrides);
        assertActorsGoOn(trial, after);
    }

    /** The V of a layer whose feedback mapping lives with the one below; and draws that depend on the presentation. */
    @ParameterizedTest
    @CsvSource({"4,sign", "9,bits"})
    void aCableGoesOnToo(int after, String transmission) {
        Trial trial = Trial.in(
                folder,
                "links={forward: " + transmission + ", feedback: " + transmission + ", feedback-at: receiver}",
                "schedule.feedback-warm-up=1");
        assertActorsGoOn(trial, after);
    }

    /** Gradients of W and V that wait for more of them when the run stops, wherever V lives. */
    @ParameterizedTest
    @CsvSource({"4,sender", "9,sender", "8,receiver"})
    void gatheredGradientsAreNotLost(int after, String feedbackAt) {
        Trial trial = Trial.in(
                folder,
                "learning.forward.accumulate=3",
                "learning.feedback.accumulate=5",
                "learning.feedback-updates=" + (feedbackAt.equals("sender") ? 2 : 1),
                "links.feedback-at=" + feedbackAt);
        assertActorsGoOn(trial, after);
    }

    @Test
    void actorsStopAndGoOnAsTheLoopDoes() {
        Trial trial = Trial.in(folder, "schedule.order=bottom-up");
        assertActorsGoOn(trial, 4);
    }

    /** It pauses for checkpoints within epochs, which are gone once their epoch is done. */
    @ParameterizedTest
    @CsvSource({"checkpoints.steps=2,3", "checkpoints.time=1ns,5"})
    void aRunCanBeSavedWithinEpochsToo(String setting, int after) {
        Path undisturbed = Trial.in(folder).completed("undisturbed", Engine.loop());
        Trial trial = Trial.in(folder, setting, "checkpoints.keep=2");
        Trial.assertSame(undisturbed, trial.completed("saved", Engine.actors(2)));
        Watch failing = new Watch() {
            @Override
            public void progress(int epoch, long done) {
                if (done > after) {
                    throw new IllegalStateException("the power went");
                }
            }
        };
        assertThrows(IllegalStateException.class, () -> trial.run("failed", Engine.loop(), failing));
        Path failed = folder.resolve("failed");
        List<Path> within = Durable.list(failed.resolve("checkpoints")).stream()
                .filter(each -> each.getFileName().toString().contains("-step-"))
                .toList();
        assertTrue(!within.isEmpty() && within.size() <= 2, within::toString);
        assertEquals(
                Result.COMPLETED,
                trial.resume("failed", Engine.loop(), Watch.NONE).status());
        Trial.assertSame(undisturbed, failed);
    }

    @Test
    void aRunThatWasBegunWithArraysAndKilledBeforeItsFirstCheckpointBeginsWithThemAgain() {
        Path donor = Trial.in(folder, "seed=9").completed("donor", Engine.loop());
        Path init = donor.resolve("checkpoints/epoch-000003");
        Runs runs = new Runs(Engine.loop(), List.of("run"), Watch.NONE);
        Path whole = runs.begin(Small.config(List.of()), folder.resolve("whole"), Optional.of(init))
                .folder();
        Path killed = runs.begin(Small.config(List.of()), folder.resolve("killed"), Optional.of(init))
                .folder();
        Durable.deleteFolder(killed.resolve("checkpoints"));
        Durable.deleteFile(killed.resolve("result.json"));
        assertTrue(runs.resume(killed).completed());
        Trial.assertSame(whole, killed);
    }
}
