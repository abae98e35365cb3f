package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;

/** A disk that is full, read-only or gone: one clear message, and nothing finished is damaged. */
class DiskTest {
    private static final String MUCH = "64m";

    @TempDir
    private Path folder;

    private Path disk;
    private Path run;
    private String config;

    @BeforeEach
    void mount() throws Exception {
        config = Small.write(folder).toString();
        disk = Files.createDirectory(folder.resolve("disk"));
        run = disk.resolve("run");
        assumeTrue(
                did("mount", "-t", "tmpfs", "-o", "size=" + MUCH, "tmpfs", disk.toString()),
                "a small disk can only be mounted by root");
    }

    @AfterEach
    void unmount() throws Exception {
        did("umount", "-l", disk.toString());
    }

    private static boolean did(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    private void remount(String option) throws Exception {
        assertTrue(did("mount", "-o", "remount," + option, disk.toString()), option);
    }

    private Outcome begin(String... settings) {
        List<String> arguments = new ArrayList<>(List.of("run", config, "--out", run.toString(), "--quiet"));
        arguments.addAll(List.of(settings));
        return InProcess.somata(arguments);
    }

    @Test
    void fullAtAnyMomentItEndsWithAMessageAndGoesOnOnceThereIsRoom() throws Exception {
        Path undisturbed = folder.resolve("undisturbed");
        assertEquals(
                0,
                InProcess.somata("run", config, "--out", undisturbed.toString(), "--quiet")
                        .status());
        int failed = 0;
        for (int kilobytes = 16; kilobytes < 1024; kilobytes += kilobytes < 128 ? 24 : 72) {
            remount("size=" + kilobytes + "k");
            Outcome outcome = begin();
            if (outcome.status() != 0) {
                failed++;
                assertEquals(1, outcome.status(), outcome::err);
                assertEquals(1, outcome.err().lines().count(), outcome::err);
                assertTrue(outcome.err().contains("is there room, and a right to write there?"), outcome::err);
                assertTruthful(outcome);
            }
            remount("size=" + MUCH);
            Outcome resumed =
                    Files.exists(run.resolve("config.yaml")) ? InProcess.somata("resume", run.toString()) : begin();
            assertEquals(0, resumed.status(), kilobytes + " kB: " + resumed.err());
            Small.assertSame(undisturbed, run);
            assertTrue(did("rm", "-r", run.toString()));
        }
        assertTrue(failed > 5, "full only " + failed + " times");
    }

    /** Once it is a run there is room to say how it ended. */
    private void assertTruthful(Outcome outcome) throws IOException {
        if (Files.exists(run.resolve("metrics.csv"))) {
            JsonNode result =
                    new ObjectMapper().readTree(run.resolve("result.json").toFile());
            assertEquals("failed", result.get("status").asText());
            assertTrue(outcome.err().contains(result.get("reason").asText()), outcome::err);
        }
    }

    /** The trace is given up, and what is missing of it told; the run is the same. */
    @Test
    void aTraceThatFindsNoRoomDoesNotDisturbTheRun() throws Exception {
        Path traces = Files.createDirectories(disk.resolve("trace"));
        remount("size=8k");
        run = folder.resolve("traced");
        Path elsewhere = folder.resolve("elsewhere");
        Child child = Child.start(
                folder, "run", config, "--out", run.toString(), "--trace", "payload", "--set", "training.epochs=30");
        child.await(() -> Files.exists(run.resolve("trace/part-000001.trace")));
        child.kill();
        assertTrue(did("mv", run.resolve("trace").toString(), elsewhere.toString()));
        Files.createSymbolicLink(run.resolve("trace"), traces);
        Outcome outcome = InProcess.somata("resume", run.toString());
        assertEquals(0, outcome.status(), outcome::err);
        assertTrue(Files.readString(run.resolve("run.log")).contains("the run goes on without"), outcome::err);
        Path silent = folder.resolve("silent");
        InProcess.somata("run", config, "--out", silent.toString(), "--quiet", "--set", "training.epochs=30");
        Small.assertSame(silent, run);
    }

    @Test
    void aDiskThatCannotBeWrittenIsToldOfBeforeAnythingIsDone() throws Exception {
        remount("ro");
        Outcome outcome = begin();
        assertEquals(1, outcome.status(), outcome::err);
        assertEquals(1, outcome.err().lines().count(), outcome::err);
        assertTrue(outcome.err().contains("cannot be written"), outcome::err);
        remount("rw");
        assertEquals(0, begin().status());
        remount("ro");
        Outcome again = InProcess.somata("resume", run.toString());
        assertTrue(again.err().lines().count() <= 1, again::err);
        assertFalse(again.err().contains("Exception in"), again::err);
    }

    @Test
    void aFolderThatVanishesEndsTheRunWithAMessage() throws Exception {
        Child child = Child.start(folder, "run", config, "--out", run.toString(), "--set", "training.epochs=2000");
        child.await(() -> Child.lines(run.resolve("metrics.csv")) > 2);
        assertTrue(did("mv", run.toString(), disk.resolve("moved").toString()));
        Outcome outcome = child.ended();
        assertEquals(1, outcome.status(), outcome::err);
        assertEquals(1, outcome.err().lines().count(), outcome::err);
        assertTrue(outcome.err().contains(run.toString()), outcome::err);
        assertFalse(Files.exists(run.resolve("metrics.csv")));
    }
}
