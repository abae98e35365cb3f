package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
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

            @Override
            public void progress(int epoch, long done) {
                if (seen.isEmpty()) {
                    seen.add(status());
                }
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

    @Test
    void withinAnEpochItIsShownAtMostOnceASecondAndACapriciousDiskDoesNotMatter() throws Exception {
        LiveFile file = new LiveFile(folder.resolve("none/status.json"));
        int[] asked = {0};
        long end = System.nanoTime() + 1_100_000_000L;
        while (System.nanoTime() < end) {
            file.showNow(() -> asked[0]++);
            Thread.sleep(5);
        }
        assertTrue(asked[0] == 1 || asked[0] == 0, () -> "shown " + asked[0] + " times");
    }
}
