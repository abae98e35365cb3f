package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.Timeless;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.TraceSettings;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.MessageKind.Direction;

/** A run that is traced is the same run, and its trace is the same however often it was stopped. */
class TracedRunTest {
    private static final TraceSettings METADATA = TraceSettings.metadata(1 << 26);

    @TempDir
    private Path folder;

    private static Engine traced(int threads) {
        return Engine.actors(threads).tracing(METADATA);
    }

    /** Asks for a stop before the presentation after so many. */
    private static Watch stopAfter(int presentations) {
        int[] left = {presentations};
        return new Watch() {
            @Override
            public boolean stopRequested() {
                return left[0]-- <= 0;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "0, seed=1",
        "7, schedule.order=bottom-up",
        "10, schedule.passes=alternating",
        "9, schedule.feedback-warm-up=2",
        "12, 'links={forward: sign, feedback: sign, feedback-at: receiver}'"
    })
    void stoppedAnywhereItGoesOnToTheSameRecordsAndTheSameNumbers(int after, String override) {
        Trial trial = Trial.in(folder, override, "training.epochs=2");
        Path silent = trial.completed("silent", Engine.loop());
        Path whole = trial.completed("whole", traced(4));
        Trial.assertSame(silent, whole);
        assertEquals(
                Result.INTERRUPTED,
                trial.run("stopped", traced(1), stopAfter(after)).status());
        Path stopped = folder.resolve("stopped");
        assertCountsAgree(stopped);
        trial.resume("stopped", traced(2), stopAfter(2));
        assertEquals(
                Result.COMPLETED, trial.resume("stopped", traced(2), Watch.NONE).status());
        Trial.assertSame(silent, stopped);
        assertEquals(Timeless.of(whole), Timeless.of(stopped));
        assertEquals(List.of(), RecordedTrace.of(stopped).gaps());
    }

    /** It ends between two checkpoints, and what was recorded since the last is recorded anew. */
    @ParameterizedTest
    @ValueSource(ints = {1, 12, 20})
    void whatCameAfterTheLastCheckpointIsRecordedOnce(int step) {
        Trial trial = Trial.in(folder, "checkpoints.every=2");
        Path whole = trial.completed("whole", traced(2));
        Watch failing = new Watch() {
            @Override
            public void progress(int epoch, long done) {
                if (done == step) {
                    throw new IllegalStateException("the power went");
                }
            }
        };
        assertThrows(IllegalStateException.class, () -> trial.run("run", traced(2), failing));
        Path run = folder.resolve("run");
        assertTrue(Timeless.messages(run).stream().anyMatch(message -> message.presentation() == step));
        trial.resume("run", traced(1), Watch.NONE);
        Trial.assertSame(whole, run);
        assertEquals(Timeless.of(whole), Timeless.of(run));
    }

    @Test
    void theTraceOfARunThatDivergedIsWhole() {
        Sabotage sabotage = new Sabotage();
        Trial trial = Trial.in(folder);
        Result result = trial.run("run", traced(2), sabotage, sabotage::notANumber, assembly -> assembly);
        assertEquals(Result.DIVERGED, result.status());
        Path run = folder.resolve("run");
        List<TraceRecord> records = Timeless.records(run);
        assertEquals(List.of(), RecordedTrace.of(run).gaps());
        assertTrue(
                records.stream().anyMatch(each -> each instanceof UpdateRecord update && Float.isNaN(update.norm())));
        assertTrue(Timeless.messages(run).stream().allMatch(message -> message.outcome() == Outcome.HANDLED));
    }

    @Test
    void whereALayerFailedWhatWasUnderWayIsSeenAndARepairedRunGoesOn() {
        Sabotage sabotage = new Sabotage();
        Trial trial = Trial.in(folder);
        Path whole = trial.completed("whole", traced(2));
        Result result = trial.run("run", traced(2), sabotage, split -> split, sabotage::outputLayer);
        assertEquals(Result.FAILED, result.status());
        Path run = folder.resolve("run");
        List<MessageRecord> flying = Timeless.messages(run).stream()
                .filter(message -> message.outcome() == Outcome.IN_FLIGHT)
                .toList();
        assertTrue(
                flying.stream().anyMatch(message -> message.kind() == MessageKind.ACTIVATION && message.to() == 4),
                flying::toString);
        assertTrue(flying.stream().allMatch(message -> message.presentation() >= 8), flying::toString);
        assertEquals(List.of(), RecordedTrace.of(run).gaps());
        trial.resume("run", traced(2), Watch.NONE);
        Trial.assertSame(whole, run);
        assertEquals(Timeless.of(whole), Timeless.of(run));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed=1",
                "schedule.passes=alternating",
                "schedule.order=bottom-up",
                "schedule.feedback-warm-up=1",
                "training.batch=65",
                "training.batch=260",
                "links={forward: sign, feedback: sign, feedback-at: receiver}",
                "links={forward: bits, feedback: bits}",
                "learning.rule=backpropagation",
                "learning.rule=direct-feedback-alignment",
                "learning.feedback-every=2"
            })
    void countsByLinkAndKindAreThoseOfTheResultAndOfTheory(String override) {
        Path run = Trial.in(folder, override, "training.epochs=1").completed("run", traced(2));
        assertCountsAgree(run);
        Result result = Trial.result(run);
        long bottom = 0;
        long labels = 0;
        for (MessageRecord message : Timeless.messages(run)) {
            bottom += message.kind() == MessageKind.ACTIVATION && message.to() == 1 ? 1 : 0;
            labels += message.kind() == MessageKind.LABEL ? 1 : 0;
            boolean packed = message.bits() == (long) message.units() * message.batch();
            assertTrue(packed || message.bits() == 32L * message.units() * message.batch(), message::toString);
        }
        assertEquals(List.of(result.steps(), result.steps()), List.of(bottom, labels));
    }

    @Test
    void soAreThoseOfDrawsOfWhichEachIsSent() {
        Path run = Trial.in(
                        folder,
                        "learning.rule=backpropagation",
                        "links={forward: bits}",
                        "learning.samples=4",
                        "training.epochs=1")
                .completed("run", traced(2));
        assertCountsAgree(run);
        assertTrue(Timeless.messages(run).stream().anyMatch(message -> message.batch() == 4 * 40));
    }

    private static void assertCountsAgree(Path run) {
        Map<String, List<Long>> found = new TreeMap<>();
        for (MessageRecord message : Timeless.messages(run)) {
            if (message.kind().direction() != Direction.NEITHER) {
                add(
                        found,
                        name(message.from()) + " " + name(message.to()) + " "
                                + message.kind().label(),
                        1,
                        message.bits());
            }
        }
        Map<String, List<Long>> wanted = new TreeMap<>();
        Result result = Trial.result(run);
        for (LinkTraffic link : result.links()) {
            link.kinds()
                    .forEach((kind, of) ->
                            add(wanted, link.from() + " " + link.to() + " " + kind, of.messages(), of.bits()));
        }
        assertEquals(wanted, found);
        assertEquals(
                result.messages(),
                found.values().stream().mapToLong(count -> count.get(0)).sum());
        assertEquals(
                result.bitsForward() + result.bitsFeedback(),
                found.values().stream().mapToLong(count -> count.get(1)).sum());
    }

    private static void add(Map<String, List<Long>> counts, String key, long messages, long bits) {
        counts.merge(key, List.of(messages, bits), (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
    }

    private static String name(int place) {
        return place == 0 ? "input" : "layer-" + place;
    }

    /** As after a kill before anything was recorded. */
    @Test
    void whatIsToBeTracedIsKnownBeforeThereIsATrace() {
        Path run = folder.resolve("run");
        ExperimentConfig config = Small.config(List.of("training.epochs=1"));
        new Runs(traced(2), List.of(), Watch.NONE).begin(config, run, Optional.empty());
        List<String> wanted = Timeless.of(run);
        Durable.deleteFolder(run.resolve(RecordedTrace.FOLDER));
        Durable.deleteFolder(run.resolve("checkpoints"));
        Durable.deleteFile(run.resolve(Result.FILE));
        new Runs(Engine.actors(1), List.of(), Watch.NONE).resume(run);
        assertEquals(wanted, Timeless.of(run));
        assertEquals(
                List.of(METADATA, METADATA),
                RecordedRun.read(run).manifest().sessions().stream()
                        .map(Manifest.Session::trace)
                        .toList());
    }

    @Test
    void aTraceThatCannotBeBegunOnGoingOnEndsNothing() throws Exception {
        Trial trial = Trial.in(folder);
        Path whole = trial.completed("whole", Engine.loop());
        trial.run("run", traced(2), stopAfter(5));
        Path trace = folder.resolve("run").resolve(RecordedTrace.FOLDER);
        Files.move(trace, folder.resolve("aside"));
        Files.writeString(trace, "mine");
        List<String> notes = new ArrayList<>();
        Watch watch = new Watch() {
            @Override
            public void note(String line) {
                notes.add(line);
            }
        };
        assertEquals(Result.COMPLETED, trial.resume("run", traced(2), watch).status());
        Trial.assertSame(whole, folder.resolve("run"));
        assertTrue(notes.stream().anyMatch(line -> line.startsWith("the trace cannot be written (")), notes::toString);
        assertFalse(RecordedTrace.isIn(folder.resolve("run")));
    }
}
