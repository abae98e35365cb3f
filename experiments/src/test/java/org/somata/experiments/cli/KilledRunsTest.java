package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;
import org.somata.experiments.trace.Timeless;

/**
 * Runs killed at moments drawn at random, from their first instant on, and gone on with until they are done. There are 10
 * of them, every other one without a clock and traced; {@code -Dsomata.killed-runs=100} asks for more.
 */
class KilledRunsTest {
    private static final int RUNS = Integer.getInteger("somata.killed-runs", 10);
    private static final int MOST_KILLS = 3;
    private static final List<String> LOCKSTEP = List.of("--set", "training.epochs=25");
    private static final List<String> CLOCKLESS = List.of(
            "--set", "training.epochs=8",
            "--set", "training.batch=10",
            "--set", "checkpoints.steps=20",
            "--set", "schedule={kind: asynchronous, alive: 6, compute: 250us}",
            "--set",
                    "links={up: {latency: {kind: exponential, mean: 1ms}, loss: 0.05, duplication: 0.05},"
                            + " down: {latency: 2ms}}",
            "--trace", "metadata");

    @TempDir
    private Path folder;

    private String config;

    @Test
    void aRunThatWasKilledAtWhateverMomentEndsAsIfItHadNotBeen() throws Exception {
        config = Small.write(folder).toString();
        Path[] undisturbed = {folder.resolve("lockstep"), folder.resolve("clockless")};
        long[] millis = new long[undisturbed.length];
        for (int kind = 0; kind < undisturbed.length; kind++) {
            long start = System.nanoTime();
            Outcome outcome = begin(undisturbed[kind], kind).ended();
            assertEquals(0, outcome.status(), outcome::err);
            millis[kind] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
        int kills = 0;
        for (int run = 0; run < RUNS; run++) {
            int kind = run % undisturbed.length;
            Path killed = folder.resolve("killed-" + run);
            kills += untilDone(killed, kind, millis[kind], new Random(run));
            String name = "run " + run;
            assertEquals(Small.reproducible(undisturbed[kind]), Small.reproducible(killed), name);
            if (kind == 1) {
                assertEquals(Timeless.of(undisturbed[kind]), Timeless.of(killed), name);
            }
        }
        System.out.println(RUNS + " runs, killed " + kills + " times");
        assertTrue(kills >= RUNS / 2, "only " + kills + " of " + RUNS + " runs could be killed");
    }

    /** Returns how often it was killed. */
    private int untilDone(Path run, int kind, long millis, Random random) throws Exception {
        int kills = 0;
        while (true) {
            // killed before it was begun, there is nothing to go on with
            Child child = Files.exists(run.resolve("config.yaml"))
                    ? Child.start(folder, "resume", run.toString())
                    : begin(run, kind);
            if (kills < MOST_KILLS) {
                child.process().waitFor((long) (random.nextDouble() * millis), TimeUnit.MILLISECONDS);
                if (child.kill()) {
                    kills++;
                    continue;
                }
            }
            Outcome outcome = child.ended();
            assertEquals(0, outcome.status(), outcome::err);
            return kills;
        }
    }

    private Child begin(Path run, int kind) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", config, "--out", run.toString()));
        arguments.addAll(kind == 0 ? LOCKSTEP : CLOCKLESS);
        return Child.start(folder, arguments.toArray(String[]::new));
    }
}
