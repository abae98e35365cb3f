package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.actors.recording.Contents;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.data.DataException;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.Timeless;
import org.somata.experiments.trace.TraceSettings;

/** In virtual time a run that was stopped, with whatever under way, goes on as if it had not been. */
class ClocklessContinuationTest {
    private static final TraceSettings PAYLOAD = TraceSettings.payload(1 << 26, Contents.sampled(4));

    @TempDir
    private Path folder;

    static Stream<Arguments> experiments() {
        return Stream.of(
                experiment("targets", "seed=1"),
                experiment(
                        "losses, copies, jitter and a small memory",
                        "links={up: {latency: {kind: exponential, mean: 2ms}, jitter: {kind: uniform, from: 0ms, to: 3ms},"
                                + " loss: 0.1, duplication: 0.2}, down: {latency: 1ms, loss: 0.1, duplication: 0.2},"
                                + " labels: {latency: 2ms, loss: 0.1}}",
                        "schedule.compute={kind: uniform, from: 0ms, to: 1ms}",
                        "schedule.act-probability=0.7",
                        "schedule.memory=4"),
                experiment(
                        "signs and bits, cables, V after the target",
                        "links={forward: bits, feedback: sign, feedback-at: receiver, up: {latency: 1ms},"
                                + " down: {latency: 3ms}}",
                        "learning.feedback-when=after-target"),
                experiment(
                        "cables, learned at once",
                        "links={forward: sign, feedback: bits, feedback-at: receiver, up: {latency: 1ms},"
                                + " down: {latency: 3ms}}"),
                experiment(
                        "bits that gradients cross, drawn several times",
                        "learning.rule=backpropagation",
                        "links={forward: bits, up: {latency: 1ms}, down: {latency: 2ms}}",
                        "learning.samples=3"),
                experiment("direct feedback alignment", "learning.rule=direct-feedback-alignment"),
                experiment(
                        "what copes with staleness",
                        "schedule.pairing=now",
                        "learning.forward.accumulate=3",
                        "learning.feedback.accumulate=2",
                        "learning.feedback-updates=2"),
                experiment("alternating", "schedule.passes=alternating", "schedule.feedback-warm-up=1"));
    }

    private static Arguments experiment(String name, String... overrides) {
        List<String> all = new ArrayList<>(List.of(
                "training.epochs=2",
                "training.batch=7",
                "data.train=400",
                "schedule.kind=asynchronous",
                "schedule.alive=6",
                "links={up: {latency: 1ms}, down: {latency: 2ms}}",
                "schedule.compute=250us"));
        all.addAll(List.of(overrides));
        return Arguments.of(name, all);
    }

    /** Asks for a stop before the window after so many. */
    private static Watch stopAfter(int windows) {
        int[] left = {windows};
        return new Watch() {
            @Override
            public boolean stopRequested() {
                return left[0]-- <= 0;
            }
        };
    }

    private static Engine traced(int threads) {
        return Engine.actors(threads).tracing(PAYLOAD);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("experiments")
    void stoppedTwiceItComesToTheSameNumbersAndTheSameRecords(String name, List<String> overrides) {
        Trial trial = new Trial(folder, overrides);
        Path loop = trial.completed("loop", Engine.loop());
        Path whole = trial.completed("whole", traced(4));
        Trial.assertSame(loop, whole);
        Path stopped = folder.resolve("stopped");
        Result first = trial.run("stopped", traced(1), stopAfter(1));
        assertEquals(Result.INTERRUPTED, first.status());
        assertTrue(Files.isRegularFile(newest(stopped).resolve("under-way.signals")));
        assertTrue(Checkpoint.read(newest(stopped)).underWay().parcels().size() > 2, "a stop with nothing to speak of");
        assertEquals(
                Result.INTERRUPTED,
                trial.resume("stopped", traced(2), stopAfter(3)).status());
        assertEquals(
                Result.COMPLETED, trial.resume("stopped", traced(2), Watch.NONE).status());
        Trial.assertSame(loop, stopped);
        assertSameRecords(whole, stopped);
        assertEquals(List.of(), RecordedTrace.of(stopped).gaps());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("experiments")
    void theLoopGoesOnWhereActorsWereStoppedAndTheyWhereItWas(String name, List<String> overrides) {
        Trial trial = new Trial(folder, overrides);
        Path whole = trial.completed("whole", Engine.actors(2));
        trial.run("stopped", Engine.loop(), stopAfter(2));
        trial.resume("stopped", Engine.actors(2), stopAfter(1));
        Result last = trial.resume("stopped", Engine.loop(), Watch.NONE);
        assertEquals(Result.COMPLETED, last.status());
        Trial.assertSame(whole, folder.resolve("stopped"));
    }

    /** Killed, that is: what came after the last checkpoint is done again. */
    @Test
    void whatCameAfterACheckpointIsDoneAgain() {
        @SuppressWarnings("unchecked")
        List<String> overrides =
                (List<String>) experiments().skip(1).findFirst().orElseThrow().get()[1];
        Trial trial = new Trial(folder, overrides);
        Path whole = trial.completed("whole", traced(2));
        Watch failing = new Watch() {
            @Override
            public void progress(int epoch, long done) {
                if (epoch == 2 && done > 80) {
                    throw new IllegalStateException("the power went");
                }
            }
        };
        assertThrows(IllegalStateException.class, () -> trial.run("run", traced(2), failing));
        trial.resume("run", traced(1), Watch.NONE);
        Path run = folder.resolve("run");
        Trial.assertSame(whole, run);
        assertSameRecords(whole, run);
    }

    @Test
    void byTheWallsClockNothingUnderWayIsKeptAndTheRunSaysSo() {
        @SuppressWarnings("unchecked")
        List<String> overrides = new ArrayList<>(
                (List<String>) experiments().findFirst().orElseThrow().get()[1]);
        overrides.add("schedule.clock=wall");
        overrides.removeIf(each -> each.startsWith("links=") || each.startsWith("schedule.compute"));
        Trial trial = new Trial(folder, overrides);
        trial.run("stopped", Engine.actors(2), stopAfter(20));
        Path stopped = folder.resolve("stopped");
        assertFalse(Checkpoint.read(newest(stopped)).isExact());
        List<String> notes = new ArrayList<>();
        Result result = trial.resume("stopped", Engine.actors(2), new Watch() {
            @Override
            public void note(String text) {
                notes.add(text);
            }
        });
        assertEquals(Result.COMPLETED, result.status());
        assertTrue(notes.stream().anyMatch(note -> note.contains("not as it would have undisturbed")), notes::toString);
    }

    @Test
    void signalsThatAreCutAreRefused() {
        Path file = folder.resolve("signals");
        Durable.write(file, new byte[] {0, 0, 0, 9, 1, 2});
        DataException cut = assertThrows(DataException.class, () -> new SignalFile.Reader(file, null));
        assertTrue(cut.getMessage().contains("ends within its signal 0"), cut::getMessage);
    }

    private static void assertSameRecords(Path expected, Path actual) {
        List<String> wanted = Timeless.of(expected);
        List<String> found = Timeless.of(actual);
        for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
            assertEquals(wanted.get(i), found.get(i), "record " + i);
        }
        assertEquals(wanted.size(), found.size());
    }

    private static Path newest(Path run) {
        return new Checkpoints(run.resolve("checkpoints"), 1, 1)
                .newest(warning -> {})
                .orElseThrow()
                .folder();
    }
}
