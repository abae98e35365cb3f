package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;

class KilledRunTest {
    private static final String LONG = "training.epochs=60";

    @TempDir
    private static Path shared;

    private static Path undisturbed;
    private static String config;

    @TempDir
    private Path folder;

    private Path disturbed;

    @BeforeEach
    void name() {
        disturbed = folder.resolve("disturbed");
    }

    @BeforeAll
    static void runUndisturbed() throws IOException {
        config = Small.write(shared).toString();
        undisturbed = shared.resolve("undisturbed");
        assertEquals(
                0,
                InProcess.somata("run", config, "--set", LONG, "--quiet", "--out", undisturbed.toString())
                        .status());
    }

    private Child run() throws IOException {
        return Child.start(folder, "run", config, "--set", LONG, "--out", disturbed.toString());
    }

    private Child resume() throws IOException {
        return Child.start(folder, "resume", disturbed.toString());
    }

    @Test
    void aRunKilledFiveTimesAtRandomMomentsEndsAsIfItHadNotBeen() throws Exception {
        Random random = new Random(17);
        Child child = run();
        // as it begins, perhaps before its first checkpoint
        child.await(() -> Files.exists(disturbed.resolve("config.yaml")));
        Thread.sleep(random.nextInt(30));
        int killed = child.kill() ? 1 : 0;
        for (int i = 1; i < 5; i++) {
            Path metrics = disturbed.resolve("metrics.csv");
            long enough = Child.lines(metrics) + 1 + random.nextInt(5);
            Child next = resume();
            next.await(() -> Child.lines(metrics) >= enough);
            Thread.sleep(random.nextInt(10));
            killed += next.kill() ? 1 : 0;
        }
        assertEquals(5, killed, "ended before it could be killed");
        assertFalse(Files.exists(disturbed.resolve("result.json")));
        Outcome outcome = resume().ended();
        assertEquals(0, outcome.status(), outcome::err);
        assertSameAsUndisturbed();
        JsonNode sessions = json("manifest.json", disturbed).get("sessions");
        assertEquals(6, sessions.size());
        assertEquals("", sessions.get(0).get("end").asText());
        assertFalse(sessions.get(5).get("end").asText().isEmpty());
        assertEquals("resume", sessions.get(5).get("command_line").get(0).asText());
    }

    @Test
    void ctrlCLeavesACheckpointAndStatus130AndTheRunGoesOnFromThere() throws Exception {
        Child child = run();
        child.await(() -> Child.lines(disturbed.resolve("metrics.csv")) >= 3);
        child.interrupt();
        assertInterrupted(child.ended(), 130);
        Outcome outcome = InProcess.somata("resume", disturbed.toString());
        assertEquals(0, outcome.status(), outcome::err);
        assertSameAsUndisturbed();
    }

    @Test
    void aSystemThatShutsDownLeavesACheckpointToo() throws Exception {
        Child child = run();
        child.await(() -> Child.lines(disturbed.resolve("metrics.csv")) >= 3);
        child.process().destroy();
        assertInterrupted(child.ended(), 143);
        assertEquals(0, InProcess.somata("resume", disturbed.toString()).status());
        assertSameAsUndisturbed();
    }

    private void assertInterrupted(Outcome outcome, int status) throws IOException {
        assertEquals(status, outcome.status(), outcome::err);
        JsonNode result = json("result.json", disturbed);
        assertEquals("interrupted", result.get("status").asText());
        long step = result.get("steps").asLong();
        assertEquals("somata: stopped on request at step " + step + "; see " + disturbed + "\n", outcome.err());
        assertTrue(Files.notExists(disturbed.resolve("status.json")));
        assertTrue(
                Small.tree(disturbed.resolve("checkpoints")).entrySet().stream()
                        .filter(file -> file.getKey().endsWith("checkpoint.json"))
                        .anyMatch(file -> file.getValue().contains("\"step\" : " + step + ",")),
                "no checkpoint of step " + step);
    }

    private void assertSameAsUndisturbed() throws IOException {
        Small.assertSame(undisturbed, disturbed);
        assertEquals(timeless(undisturbed), timeless(disturbed));
    }

    private static JsonNode timeless(Path run) throws IOException {
        return ((ObjectNode) json("result.json", run)).without("wall_s");
    }

    private static JsonNode json(String name, Path run) throws IOException {
        return new ObjectMapper().readTree(run.resolve(name).toFile());
    }
}
