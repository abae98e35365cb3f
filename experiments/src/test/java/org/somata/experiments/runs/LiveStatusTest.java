package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.assembly.Engine;

class LiveStatusTest {
    @TempDir
    private Path folder;

    private Status status() {
        return new RunFiles(folder.resolve("run")).status().orElseThrow();
    }

    @Test
    void whoLooksOnSeesHowFarARunHasCome() {
        List<Status> seen = new ArrayList<>();
        Trial.in(folder).run("run", Engine.loop(), new Watch() {
            @Override
            public void began(int epochs, long done, long steps, int batch) {
                assertTrue(Files.notExists(folder.resolve("run/status.json")));
            }

            /** Before the first presentation too. */
            @Override
            public boolean stopRequested() {
                if (seen.isEmpty()) {
                    seen.add(status());
                }
                return false;
            }

            @Override
            public void epoch(int epoch, double cost, double train, double valid, double test, double wallS) {
                seen.add(status());
            }
        });
        Status first = seen.get(0);
        assertEquals(
                List.of("running", 0, 3, 0L, 21L),
                List.of(first.status(), first.epoch(), first.epochs(), first.step(), first.steps()));
        assertNull(first.last());
        assertNull(first.secondsLeft());
        Status second = seen.get(2);
        assertEquals(2, second.epoch());
        assertEquals(14, second.step());
        assertEquals(2, second.last().epoch());
        assertNotNull(second.last().validError());
        assertTrue(second.wallS() > 0 && second.secondsLeft() > 0);
        assertEquals(0, seen.get(3).secondsLeft());
    }

    private static final long MILLIS = 1_000_000;

    @Test
    void whatWouldBeShownOftenIsShownAtMostOnceASecond() throws Exception {
        long[] time = {5};
        Path file = folder.resolve("status.json");
        LiveFile live = new LiveFile(file, () -> time[0]);
        List<Integer> shown = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            int now = i;
            time[0] += 100 * MILLIS;
            live.showNow(() -> {
                shown.add(now);
                return now;
            });
        }
        assertEquals(List.of(10, 20), shown);
        assertEquals("20\n", Files.readString(file));
        live.show(25);
        time[0] += 900 * MILLIS;
        live.showNow(() -> 34);
        assertEquals("25\n", Files.readString(file));
    }

    @Test
    void whereNothingCanBeWrittenWorkGoesOn() {
        long[] time = {0};
        LiveFile live = new LiveFile(folder.resolve("none/status.json"), () -> time[0]);
        time[0] = 2000 * MILLIS;
        live.showNow(() -> 1);
        assertThrows(RunException.class, () -> live.show(1));
    }
}
