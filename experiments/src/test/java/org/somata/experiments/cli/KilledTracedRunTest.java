package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.Timeless;

/** Killed at random moments and gone on with, a run's trace tells what that of an undisturbed run tells. */
class KilledTracedRunTest {
    private static final String LONG = "training.epochs=45";

    @TempDir
    private Path folder;

    private Path config;
    private Path undisturbed;
    private Path disturbed;

    @BeforeEach
    void name() throws IOException {
        config = Small.write(folder);
        undisturbed = folder.resolve("undisturbed");
        disturbed = folder.resolve("disturbed");
    }

    private List<String> run(Path out, String... settings) {
        List<String> arguments =
                new ArrayList<>(List.of("run", config.toString(), "--out", out.toString(), "--trace", "metadata"));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return arguments;
    }

    private Child begin(String... settings) throws IOException {
        return Child.start(folder, run(disturbed, settings).toArray(String[]::new));
    }

    private Child resume() throws IOException {
        return Child.start(folder, "resume", disturbed.toString());
    }

    private void runUndisturbed(String... settings) {
        List<String> arguments = run(undisturbed, settings);
        arguments.add("--quiet");
        Outcome outcome = InProcess.somata(arguments);
        assertEquals(0, outcome.status(), outcome::err);
    }

    @Test
    void aTracedRun() throws Exception {
        runUndisturbed(LONG);
        Random random = new Random(29);
        Path metrics = disturbed.resolve("metrics.csv");
        long some = 3 + random.nextInt(6);
        Child child = begin(LONG);
        child.await(() -> Child.lines(metrics) >= some);
        Thread.sleep(random.nextInt(10));
        assertTrue(child.kill(), "ended before it could be killed");
        assertTrue(RecordedTrace.isIn(disturbed));
        assertTrue(Timeless.messages(disturbed).size() > 100, "what was recorded can be read after a kill");
        Child interrupted = resume();
        long more = Child.lines(metrics) + 3;
        interrupted.await(() -> Child.lines(metrics) >= more);
        interrupted.interrupt();
        assertEquals(130, interrupted.ended().status());
        Outcome outcome = InProcess.somata("resume", disturbed.toString(), "--threads", "4");
        assertEquals(0, outcome.status(), outcome::err);
        Small.assertSame(undisturbed, disturbed);
        assertEquals(Timeless.of(undisturbed), Timeless.of(disturbed));
        assertEquals(List.of(), RecordedTrace.of(disturbed).gaps());
        Outcome loop = InProcess.somata("resume", disturbed.toString(), "--engine", "loop");
        assertEquals(0, loop.status(), "it has ended already: " + loop.err());
    }

    @Test
    void tracedTrialsOfWhichTheLaterAreTracedToo() throws Exception {
        String[] settings = {"trials=2", "training.epochs=10"};
        runUndisturbed(settings);
        Child child = begin(settings);
        // perhaps before there is any trace: what is to be traced is known from the beginning
        child.await(() -> Files.exists(disturbed.resolve("config.yaml")));
        assertTrue(child.kill(), "ended before it could be killed");
        Child next = resume();
        next.await(() -> Child.lines(disturbed.resolve("seed-1/metrics.csv")) >= 3);
        assertTrue(next.kill(), "ended before it could be killed");
        Outcome refused = InProcess.somata("resume", disturbed.toString(), "--engine", "loop");
        assertEquals(ExitStatus.WRONG_USAGE, refused.status(), refused::err);
        assertTrue(refused.err().contains("--trace: the plain loop sends no messages"), refused::err);
        Outcome outcome = InProcess.somata("resume", disturbed.toString());
        assertEquals(0, outcome.status(), outcome::err);
        for (int seed = 1; seed <= 2; seed++) {
            Path own = disturbed.resolve("seed-" + seed);
            Path other = undisturbed.resolve("seed-" + seed);
            Small.assertSame(other, own);
            assertEquals(Timeless.of(other), Timeless.of(own));
        }
    }
}
