package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;

class KilledTrialsTest {
    /** Some of them stop early. */
    private static final List<String> SETTINGS =
            List.of("--set", "trials=3", "--set", "training.epochs=25", "--set", "training.patience=6");

    @TempDir
    private static Path shared;

    private static Path undisturbed;
    private static String config;

    @TempDir
    private Path folder;

    private Path disturbed;

    @BeforeAll
    static void runUndisturbed() throws IOException {
        config = Small.write(shared).toString();
        undisturbed = shared.resolve("undisturbed");
        List<String> arguments = run(undisturbed);
        arguments.add("--quiet");
        Outcome outcome = InProcess.somata(arguments);
        assertEquals(0, outcome.status(), outcome::err);
        String results = String.join("", Small.tree(undisturbed).values());
        assertTrue(
                results.contains("\"stopped\" : \"no lower validation error in 6 evaluations"), "none stopped early");
    }

    @BeforeEach
    void name() {
        disturbed = folder.resolve("disturbed");
    }

    private static List<String> run(Path out) {
        List<String> arguments = new ArrayList<>(List.of("run", config, "--out", out.toString()));
        arguments.addAll(SETTINGS);
        return arguments;
    }

    private Child begin() throws IOException {
        return Child.start(folder, run(disturbed).toArray(String[]::new));
    }

    private Child resume() throws IOException {
        return Child.start(folder, "resume", disturbed.toString());
    }

    private long epochs() {
        long rows = 0;
        for (int seed = 1; seed <= 3; seed++) {
            rows += Math.max(0, Child.lines(disturbed.resolve("seed-" + seed + "/metrics.csv")) - 1);
        }
        return rows;
    }

    @Test
    void trialsKilledFiveTimesAtRandomMomentsEndAsIfTheyHadNotBeen() throws Exception {
        Random random = new Random(23);
        Child child = begin();
        child.await(() -> Files.exists(disturbed.resolve("config.yaml")));
        Thread.sleep(random.nextInt(30));
        int killed = child.kill() ? 1 : 0;
        for (int i = 1; i < 5; i++) {
            long enough = epochs() + 1 + random.nextInt(8);
            Child next = resume();
            next.await(() -> epochs() >= enough);
            Thread.sleep(random.nextInt(10));
            killed += next.kill() ? 1 : 0;
        }
        assertEquals(5, killed, "ended before it could be killed");
        Outcome outcome = resume().ended();
        assertEquals(0, outcome.status(), outcome::err);
        assertSameAsUndisturbed();
    }

    @Test
    void aKillJustWhereOneTrialEndsAndTheNextBeginsLosesNothing() throws Exception {
        Child child = begin();
        child.await(() -> Files.exists(disturbed.resolve("seed-1/result.json")));
        child.kill();
        String first = Files.readString(disturbed.resolve("seed-1/result.json"));
        Child next = resume();
        next.await(() -> Files.exists(disturbed.resolve("seed-3")));
        next.kill();
        assertEquals(0, resume().ended().status());
        assertEquals(first, Files.readString(disturbed.resolve("seed-1/result.json")));
        assertSameAsUndisturbed();
    }

    @Test
    void ctrlCLeavesACheckpointOfTheTrialAndStatus130() throws Exception {
        Child child = begin();
        child.await(() -> Child.lines(disturbed.resolve("seed-2/metrics.csv")) >= 3);
        child.interrupt();
        Outcome interrupted = child.ended();
        assertEquals(130, interrupted.status(), interrupted::err);
        assertTrue(
                interrupted.err().startsWith("somata: trial 2 of 3, seed 2: stopped on request at step "),
                interrupted::err);
        assertTrue(interrupted.out().contains("trial 1/3 seed 1  epoch 1/25  train cost"), interrupted::out);
        assertFalse(Files.exists(disturbed.resolve("status.json")));
        assertTrue(Files.readString(disturbed.resolve("summary.json")).contains("\"interrupted\" : 1"));
        Outcome outcome = InProcess.somata("resume", disturbed.toString());
        assertEquals(0, outcome.status(), outcome::err);
        assertSameAsUndisturbed();
        Outcome again = InProcess.somata("resume", disturbed.toString());
        assertEquals(
                disturbed + ": all 3 trials have ended already, there is nothing to go on with\ncompleted: " + disturbed
                        + "\n",
                again.out());
        assertEquals(0, again.status());
    }

    private void assertSameAsUndisturbed() throws IOException {
        for (String name : List.of("summary.json", "summary.csv", "config.yaml")) {
            assertEquals(Files.readString(undisturbed.resolve(name)), Files.readString(disturbed.resolve(name)), name);
        }
        for (int seed = 1; seed <= 3; seed++) {
            String trial = "seed-" + seed;
            Small.assertSame(undisturbed.resolve(trial), disturbed.resolve(trial));
        }
    }
}
