package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.Small;
import org.somata.experiments.runs.RunDirectory;

class ResumeCommandTest {
    @TempDir
    private Path folder;

    private Path run;

    @BeforeEach
    void complete() throws IOException {
        run = folder.resolve("run");
        Outcome outcome = InProcess.somata(
                "run", Small.write(folder).toString(), "--out", run.toString(), "--engine", "loop", "--quiet");
        assertEquals("", outcome.out() + outcome.err());
    }

    private Outcome resume() {
        return InProcess.somata("resume", run.toString(), "--threads", "2");
    }

    @Test
    void aFinishedRunSaysSoAndIsLeftAsItIs() {
        Map<String, String> before = Small.tree(run);
        Outcome outcome = resume();
        assertEquals(ExitStatus.DONE, outcome.status());
        assertEquals(
                run + ": has ended already, there is nothing to go on with\ncompleted: " + run + "\n", outcome.out());
        assertEquals("", outcome.err());
        assertEquals(before, Small.tree(run));
        assertEquals("", InProcess.somata("resume", run.toString(), "--quiet").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"flipped", "truncated", "missing", "garbage", "cursor", "empty", "wiped"})
    void aDamagedCheckpointIsPassedOverForTheOneBefore(String how) throws IOException {
        Map<String, String> before = Small.reproducible(run);
        Path newest = run.resolve("checkpoints/epoch-000003");
        Path array = newest.resolve("layer-02/V.npy");
        Path json = newest.resolve("checkpoint.json");
        byte[] bytes = Files.readAllBytes(array);
        switch (how) {
            case "flipped" -> {
                bytes[bytes.length - 5] ^= 1;
                Files.write(array, bytes);
            }
            case "truncated" -> Files.write(array, java.util.Arrays.copyOf(bytes, 200));
            case "missing" -> Files.delete(array);
            case "garbage" -> Files.writeString(json, "\0\0\0\0");
            case "cursor" -> Files.writeString(json, Files.readString(json).replace("\"epoch\" : 3", "\"epoch\" : 2"));
            case "empty" -> Files.write(json, new byte[0]);
            default -> Files.writeString(json, "null");
        }
        Files.delete(run.resolve("result.json"));
        Outcome outcome = resume();
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        assertTrue(outcome.out().contains("going back to the checkpoint before it"), outcome::out);
        assertTrue(outcome.out().contains("going on from epoch-000002"), outcome::out);
        assertEquals(before, Small.reproducible(run));
    }

    @Test
    void withoutASoundCheckpointNothingIsTouched() throws IOException {
        for (String epoch : new String[] {"epoch-000002", "epoch-000003"}) {
            Files.delete(run.resolve("checkpoints").resolve(epoch).resolve("layer-01/b.npy"));
        }
        Map<String, String> before = Small.reproducible(run);
        Files.delete(run.resolve("result.json"));
        Outcome outcome = resume();
        assertEquals(ExitStatus.RUN_FAILED, outcome.status());
        assertEquals(
                "somata: " + run + ": has no sound checkpoint to go on from; begin it anew from its config.yaml\n",
                outcome.err());
        assertEquals(before, Small.reproducible(run));
        assertTrue(Files.readString(run.resolve("result.json")).contains("\"failed\""));
    }

    @Test
    void rowsThatWereTakenOutByHandAreMissed() throws IOException {
        Path metrics = run.resolve("metrics.csv");
        Files.writeString(metrics, Files.readString(metrics).replaceAll("(?m)^2,.*\n", ""));
        Files.delete(run.resolve("result.json"));
        Outcome outcome = resume();
        assertEquals(ExitStatus.DATA_UNUSABLE, outcome.status());
        assertTrue(outcome.err().contains("metrics.csv: has no row of epoch 2"), outcome::err);
    }

    @Test
    void aSecondProcessOnARunIsRefused() throws Exception {
        Files.delete(run.resolve("result.json"));
        Map<String, String> before = Small.reproducible(run);
        try (RunDirectory held = RunDirectory.open(run)) {
            assertEquals(run, held.folder());
            Outcome here = resume();
            assertEquals(ExitStatus.RUN_FAILED, here.status());
            Outcome outcome = Child.start(folder, "resume", run.toString()).ended();
            assertEquals(ExitStatus.RUN_FAILED, outcome.status());
            assertEquals(
                    "somata: " + run + ": another process is at work on this run; wait for it to end\n", outcome.err());
        }
        assertEquals(before, Small.reproducible(run));
        assertFalse(Files.exists(run.resolve("result.json")));
        assertEquals(ExitStatus.DONE, resume().status());
    }

    @Test
    void aDivergedRunSaysSoAndStaysAsItIs() throws IOException {
        run = folder.resolve("diverging");
        Outcome first = InProcess.somata(
                "run",
                Small.write(folder).toString(),
                "--out",
                run.toString(),
                "--set",
                "learning.forward={optimiser: sgd, rate: 1e30}");
        assertEquals(ExitStatus.RUN_FAILED, first.status());
        assertTrue(
                first.err().matches("somata: diverged in layer \\d at step \\d+: .* is not a finite number; see .*\n"));
        Map<String, String> before = Small.tree(run);
        assertTrue(before.get("result.json").contains("\"status\" : \"diverged\""));
        Outcome again = resume();
        assertEquals(ExitStatus.RUN_FAILED, again.status());
        assertEquals(first.err(), again.err());
        assertTrue(again.out().startsWith(run + ": has ended already"), again::out);
        assertEquals(before, Small.tree(run));
    }
}
