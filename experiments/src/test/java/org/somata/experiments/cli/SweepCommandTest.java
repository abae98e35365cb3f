package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;
import org.somata.experiments.runs.FolderLock;
import org.somata.experiments.sweeps.RecordedPoint;
import org.somata.experiments.sweeps.RecordedSweep;
import org.somata.experiments.sweeps.SmallSweep;

class SweepCommandTest {
    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void name() {
        out = folder.resolve("sweep");
    }

    private Outcome sweep(String rest, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("sweep", SmallSweep.write(folder, rest).toString(), "--out", out.toString(), "--threads", "2"));
        arguments.addAll(List.of(options));
        return InProcess.somata(arguments);
    }

    private Outcome resume(String... options) {
        List<String> arguments = new ArrayList<>(List.of("resume", out.toString()));
        arguments.addAll(List.of(options));
        return InProcess.somata(arguments);
    }

    private String file(String name) throws IOException {
        return Files.readString(out.resolve(name));
    }

    @Test
    void aSweepIsRunResumedAndRaised() throws IOException {
        Outcome outcome = sweep("points: 2\n" + SmallSweep.SPACE, "--jobs", "2");
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        RecordedSweep recorded = RecordedSweep.read(out);
        assertEquals(2, recorded.points().size());
        RecordedPoint best = recorded.best().orElseThrow();
        assertTrue(outcome.out().contains("best: " + best.id() + " (learning.target-step="), outcome::out);
        assertTrue(outcome.out().contains(best.folder().toString()), outcome::out);
        for (RecordedPoint point : recorded.points()) {
            assertEquals("completed", point.status());
            assertEquals(3, point.runs().get(0).epochs().size());
            assertEquals(
                    point.objective(),
                    point.runs().get(0).result().orElseThrow().selected().validError());
            assertEquals(
                    Double.parseDouble(point.values().get("learning.noise")),
                    point.runs().get(0).config().learning().noise().value());
            assertTrue(best.objective() <= point.objective());
        }
        assertFalse(Files.exists(out.resolve(".work")));
        assertTrue(Files.size(out.resolve("plots/objective.png")) > 1000);

        // done already
        String table = file("sweep.csv");
        Map<String, String> before = Small.tree(out);
        Outcome again = resume();
        assertEquals(ExitStatus.DONE, again.status(), again::err);
        assertTrue(again.out().startsWith(out + ": has ended already, there is nothing to go on with\nbest: "));
        assertEquals(before, Small.tree(out));

        // a larger budget adds points and changes none
        Files.writeString(out.resolve("sweep.yaml"), file("sweep.yaml").replace("points: 2", "points: 3"));
        Outcome raised = resume("--quiet");
        assertEquals(new Outcome(ExitStatus.DONE, "", ""), raised);
        assertTrue(file("sweep.csv").startsWith(table));
        assertEquals(3, RecordedSweep.read(out).points().size());

        refusesAnotherSweep();
    }

    private void refusesAnotherSweep() throws IOException {
        Map<String, String> before = Small.tree(out);
        assertRefused(sweep("points: 2\n" + SmallSweep.SPACE), out + ": is there already; a sweep never overwrites");
        String good = file("sweep.yaml");
        Path sweep = out.resolve("sweep.yaml");
        Files.writeString(sweep, good.replace("to: 0.5", "to: 0.6"));
        assertRefused(resume(), sweep + ": is not the sweep that was begun here");
        Files.writeString(sweep, good.replace("points: 3", "points: 1"));
        assertRefused(resume(), "is no point of this sweep, which was begun by version");
        Files.writeString(sweep, good);
        Path config = RecordedSweep.read(out).points().get(0).folder().resolve("config.yaml");
        String configured = Files.readString(config);
        Files.writeString(config, configured.replaceAll("\nseed: 1\n", "\nseed: 2\n"));
        assertRefused(resume(), config.getParent() + ": has become another experiment");
        Files.writeString(config, configured);
        try (FolderLock held = FolderLock.take(out, "sweep")) {
            assertTrue(resume().err().contains("another process is at work on this sweep"), held::toString);
        }
        assertEquals(before, Small.tree(out));
    }

    private static void assertRefused(Outcome outcome, String message) {
        assertEquals(ExitStatus.WRONG_USAGE, outcome.status(), outcome::err);
        assertTrue(outcome.err().contains(message), outcome::err);
        assertEquals(1, outcome.err().lines().count(), outcome::err);
    }

    @Test
    void theObjectiveOfAPointWithTrialsIsTheirMean() throws IOException {
        Outcome outcome = sweep("set: {trials: 2}\nsearch: grid\nspace: {learning.noise: [0.1]}\n");
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        RecordedPoint point = RecordedSweep.read(out).points().get(0);
        assertEquals(
                List.of(1L, 2L),
                point.runs().stream().map(run -> run.config().seed()).toList());
        assertEquals(
                point.runs().stream()
                        .mapToDouble(
                                run -> run.result().orElseThrow().selected().validError())
                        .average()
                        .orElseThrow(),
                point.objective());
        assertTrue(resume().out().contains("has ended already"));
    }

    @Test
    void aPointThatDivergesIsTakenDownAsSuchAndTheOthersGoOn() throws IOException {
        Outcome outcome = sweep("search: grid\n"
                + "space: {learning.forward: [{optimiser: sgd, rate: 1e30}, {optimiser: sgd, rate: 0.01}]}\n");
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        assertTrue(outcome.out().contains("diverged (diverged in layer "), outcome::out);
        List<RecordedPoint> points = RecordedSweep.read(out).points();
        assertEquals(
                List.of("diverged", "completed"),
                points.stream().map(RecordedPoint::status).toList());
        assertTrue(Double.isNaN(points.get(0).objective()));
        assertEquals(
                points.get(1).id(), RecordedSweep.read(out).best().orElseThrow().id());
        assertTrue(resume().out().contains("has ended already"));
    }

    @Test
    void failFastEndsTheSweepAndItCanBeGoneOnWith() throws IOException {
        String space = "search: grid\n"
                + "space: {learning.forward: [{optimiser: sgd, rate: 1e30}, {optimiser: sgd, rate: 1e29}]}\n";
        Outcome outcome = sweep(space, "--fail-fast", "--quiet");
        assertEquals(ExitStatus.RUN_FAILED, outcome.status());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().startsWith("somata: point 1 (learning.forward={"), outcome::err);
        assertTrue(outcome.err().contains("1 of 2 points are finished"), outcome::err);
        assertEquals(1, RecordedSweep.read(out).points().size());
        Outcome rest = resume("--keep-going");
        assertEquals(ExitStatus.RUN_FAILED, rest.status());
        assertTrue(rest.err().contains("not one of its 2 points was completed"), rest::err);
        assertEquals(2, RecordedSweep.read(out).points().size());
    }

    @Test
    void aPointWhoseProcessDiesIsFailedAndTriedAgainOnResume() throws IOException {
        // there is a file where its folder should be
        Outcome planned = sweep("search: grid\nspace: {learning.noise: [0.1]}\n");
        assertEquals(ExitStatus.DONE, planned.status(), planned::err);
        Path point = RecordedSweep.read(out).points().get(0).folder();
        Map<String, String> undisturbed = Small.reproducible(point);
        Path aside = Files.move(point, folder.resolve("aside"));
        Files.writeString(point, "in the way");
        Outcome failed = resume();
        assertEquals(ExitStatus.RUN_FAILED, failed.status());
        assertTrue(failed.out().contains("failed (" + point + ": is there already; a run never"), failed::out);
        assertEquals("failed", RecordedSweep.read(out).points().get(0).status());
        Files.delete(point);
        assertEquals(ExitStatus.DONE, resume().status());
        assertEquals(undisturbed, Small.reproducible(point));
        assertTrue(Files.exists(aside));
    }

    @Test
    void whatCannotBeRunIsRefusedBeforeAnythingIsWritten() throws IOException {
        assertRefused(
                sweep("search: grid\nspace: {learning.noize: [1]}\n"),
                "sweep.yaml:4:9: point 1 (learning.noize=1): learning.noize: is no known key; did you mean");
        assertRefused(
                sweep("search: grid\nspace: {data.train: [200, 5000]}\n"),
                "sweep.yaml:4:9: point 2 (data.train=5000): data.train: 5000 training and 60 validation examples are");
        assertRefused(
                sweep("search: grid\nspace: {data.set: [mnist-slic]}\n"),
                "point 1 (data.set=mnist-slic): data.set: unknown dataset");
        assertRefused(
                sweep("search: grid\nspace: {learning.noise: [1]}\n", "--jobs", "0"), "--jobs must be at least 1");
        assertRefused(
                sweep("search: grid\nspace: {learning.noise: [1]}\n", "--fail-fast", "--keep-going"),
                "mutually exclusive");
        assertFalse(Files.exists(out));
        assertRefused(InProcess.somata("sweep", "/there/is/none.yaml"), "/there/is/none.yaml: there is no such file");
    }
}
