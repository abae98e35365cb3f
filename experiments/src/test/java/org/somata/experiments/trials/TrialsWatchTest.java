package org.somata.experiments.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.runs.Watch;

class TrialsWatchTest {
    @TempDir
    private Path folder;

    private final List<String> seen = new ArrayList<>();
    private final List<JsonNode> statuses = new ArrayList<>();
    private Path trials;

    private final Watch watch = new Watch() {
        @Override
        public void note(String text) {
            seen.add(text);
        }

        @Override
        public void began(int epochs, long done, long steps, int batch) {
            seen.add("began " + done + " of " + steps);
        }

        @Override
        public void trial(int number, int count, long seed) {
            seen.add("trial " + number + "/" + count + " seed " + seed);
            try {
                statuses.add(new ObjectMapper()
                        .readTree(trials.resolve("status.json").toFile()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public void epoch(int epoch, double cost, double train, double valid, double test, double wallS) {
            seen.add("epoch " + epoch);
        }

        @Override
        public boolean stopRequested() {
            return seen.contains("trial 2/3 seed 5");
        }
    };

    @Test
    void allTrialsAreShownAsOne() {
        trials = folder.resolve("trials");
        Seeds.watched(watch).begin(Seeds.config("seed=4"), trials, Optional.empty());
        assertEquals(List.of("began 0 of 42", "trial 1/3 seed 4", "epoch 1", "epoch 2", "trial 2/3 seed 5"), seen);
        seen.clear();
        Seeds.watched(new Watch() {
                    @Override
                    public void note(String text) {
                        seen.add(text);
                    }

                    @Override
                    public void began(int epochs, long done, long steps, int batch) {
                        seen.add("began " + done + " of " + steps);
                    }
                })
                .resume(trials);
        assertEquals(List.of("seed 5: going on from epoch-000000", "began 14 of 42"), seen);
    }

    @Test
    void whoLooksOnSeesHowFarTheyHaveCome() {
        trials = folder.resolve("trials");
        Seeds.watched(watch).begin(Seeds.config("seed=4"), trials, Optional.empty());
        JsonNode status = statuses.get(1);
        assertEquals(2, status.get("trial").asInt());
        assertEquals(5, status.get("seed").asLong());
        assertEquals(1, status.get("statuses").get("completed").asInt());
        assertEquals(14, status.get("step").asInt());
        assertEquals(42, status.get("steps").asInt());
        assertTrue(status.get("wall_s").asDouble() > 0);
        assertTrue(status.get("seconds_left").asDouble() > 0);
    }
}
