package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;
import org.somata.experiments.sweeps.RecordedSweep;
import org.somata.experiments.sweeps.SmallSweep;

class KilledSweepTest {
    private static final String LONG = "set: {training.epochs: 60}\npoints: 4\n";

    @TempDir
    private static Path shared;

    private static String file;
    private static Path undisturbed;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        file = SmallSweep.write(shared, LONG + SmallSweep.SPACE).toString();
        undisturbed = shared.resolve("undisturbed");
        Outcome outcome = Child.start(shared, "sweep", file, "--out", undisturbed.toString(), "--jobs", "2")
                .ended();
        assertEquals(0, outcome.status(), outcome::err);
    }

    /** Epochs of all points that are in their tables. */
    private static long epochs(Path sweep) {
        try (Stream<Path> points = Files.list(sweep.resolve("points"))) {
            return points.mapToLong(point -> Math.max(0, Child.lines(point.resolve("metrics.csv")) - 1))
                    .sum();
        } catch (IOException notYet) {
            return 0;
        }
    }

    @Test
    void aSweepKilledAtRandomMomentsEndsAsIfItHadNotBeen() throws Exception {
        Random random = new Random(5);
        Path disturbed = folder.resolve("disturbed");
        Child child = Child.start(folder, "sweep", file, "--out", disturbed.toString(), "--jobs", "2");
        for (int kill = 0; kill < 3; kill++) {
            // the first perhaps before a point has begun
            long enough = kill == 0 ? 1 : epochs(disturbed) + 10 + random.nextInt(25);
            child.await(() -> epochs(disturbed) >= enough);
            List<ProcessHandle> points =
                    child.process().toHandle().descendants().toList();
            if (kill == 1) {
                // as when the whole group of processes is killed; otherwise they have to notice by themselves
                points.forEach(ProcessHandle::destroyForcibly);
            }
            assertTrue(child.kill(), "ended before it could be killed");
            for (ProcessHandle point : points) {
                point.onExit().get(20, TimeUnit.SECONDS);
            }
            child = Child.start(folder, "resume", disturbed.toString(), "--jobs", "2");
        }
        Outcome outcome = child.ended();
        assertEquals(0, outcome.status(), outcome::err);
        assertSame(disturbed);
    }

    @Test
    void ctrlCLeavesCheckpointsAndStatus130AndTheSweepGoesOnFromThere() throws Exception {
        Path disturbed = folder.resolve("disturbed");
        Child child = Child.start(folder, "sweep", file, "--out", disturbed.toString(), "--jobs", "2");
        child.await(() -> epochs(disturbed) >= 1);
        // only the sweep's own process hears it; on a terminal all do
        child.interrupt();
        Outcome interrupted = child.ended();
        assertEquals(130, interrupted.status(), interrupted::err);
        assertTrue(
                interrupted.err().matches("somata: stopped on request, \\d of 4 points are finished; see .*\n"),
                interrupted::err);
        Map<String, String> files = Small.tree(disturbed.resolve("points"));
        assertTrue(
                files.entrySet().stream()
                        .anyMatch(entry -> entry.getKey().endsWith("result.json")
                                && entry.getValue().contains("\"interrupted\"")),
                "no point was stopped");
        Outcome outcome = Child.start(folder, "resume", disturbed.toString(), "--jobs", "2")
                .ended();
        assertEquals(0, outcome.status(), outcome::err);
        assertSame(disturbed);
    }

    private static void assertSame(Path disturbed) throws IOException {
        assertEquals(
                Files.readString(undisturbed.resolve("sweep.csv")), Files.readString(disturbed.resolve("sweep.csv")));
        RecordedSweep expected = RecordedSweep.read(undisturbed);
        RecordedSweep actual = RecordedSweep.read(disturbed);
        assertEquals(4, actual.points().size());
        assertEquals(
                expected.best().orElseThrow().id(), actual.best().orElseThrow().id());
        for (int i = 0; i < 4; i++) {
            Small.assertSame(
                    expected.points().get(i).folder(), actual.points().get(i).folder());
        }
        assertFalse(Files.exists(disturbed.resolve(".work")));
    }
}
