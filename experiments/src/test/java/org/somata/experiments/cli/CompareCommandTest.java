package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;

class CompareCommandTest {
    @TempDir
    private static Path folder;

    private static String dtp;
    private static String bp;

    @BeforeAll
    static void run() throws IOException {
        dtp = run("dtp", "trials=2");
        bp = run("bp", "trials=2", "learning.rule=backpropagation");
    }

    private static String run(String name, String... settings) throws IOException {
        String out = folder.resolve(name).toString();
        List<String> arguments = new ArrayList<>(
                List.of("run", Small.write(folder).toString(), "--engine", "loop", "--quiet", "--out", out));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        Outcome outcome = InProcess.somata(arguments);
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        return out;
    }

    @Test
    void groupsAndTheirDifferencesAreShown() {
        Outcome outcome = InProcess.somata("compare", dtp, bp);
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        List<String> lines = outcome.out().lines().toList();
        assertEquals("A  2 runs completed, seeds 1 2", lines.get(0));
        assertEquals("     learning.rule  difference-target-propagation", lines.get(1));
        assertTrue(
                outcome.out().contains("B  2 runs completed, seeds 1 2\n     learning.rule  backpropagation\n"),
                outcome::out);
        assertTrue(outcome.out().contains("last epoch\n     n  epoch  train cost"), outcome::out);
        assertTrue(lines.stream().anyMatch(line -> line.matches("  A  2  3 ± 0  [0-9.]+ ± [0-9.]+ .*")), outcome::out);
        assertTrue(
                lines.stream().anyMatch(line -> line.matches("  B - A  2  0 ± 0  -?[0-9.]+ ± [0-9.]+ .*")),
                outcome::out);
        assertTrue(outcome.out().contains("Less A, paired by seed"), outcome::out);
        // (784 + 12 + 10 + 8) · 32 up and 30 · 32 down for each of 3 · 260 examples
        assertTrue(
                outcome.out()
                        .contains(
                                "sent in training\n     n  messages  bits forward  bits feedback  bits forward per example"
                                        + "  bits feedback per example\n  A  2  147       2.032e+07     748800         26048"
                                        + "                     960\n"),
                outcome::out);
    }

    @Test
    void whatCannotBePairedIsSaid() throws IOException {
        String other = run("other", "seed=7", "learning.noise=0.1", "training.epochs=1");
        Files.delete(Path.of(bp, "seed-2/result.json"));
        Outcome outcome = InProcess.somata("compare", dtp, other, bp);
        assertTrue(
                outcome.out().contains("  B - A: nothing can be paired, as no seed is completed in both A and B\n"),
                outcome::out);
        assertTrue(
                outcome.out().contains("   not counted: seed 2, unfinished after epoch 3 of 3: " + bp + "/seed-2\n"),
                outcome::out);
        assertTrue(outcome.out().contains("  C - A  1  0"), outcome::out);
        InProcess.somata("resume", bp, "--quiet");
    }

    @Test
    void inJsonThereIsMore() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(InProcess.somata("compare", "--json", dtp, bp).out());
        JsonNode group = json.get("groups").get(1);
        assertEquals(
                "backpropagation", group.get("settings").get("learning.rule").asText());
        assertEquals("completed", group.get("runs").get(0).get("status").asText());
        assertEquals(2, group.get("final").get("test_error").get("n").asInt());
        assertTrue(group.get("selected").get("valid_error").get("std").isNumber());
        assertEquals(
                26048,
                group.get("traffic").get("bits_forward_per_example").get("mean").asDouble());
        JsonNode difference = json.get("differences").get(0);
        assertEquals(2, difference.get("pairs").asInt());
        assertTrue(difference
                .get("selected")
                .get("test_error")
                .get("standard_error")
                .isNumber());
    }

    @Test
    void aFolderThatIsNoneIsOneMessageAndStatus2() {
        Outcome outcome =
                InProcess.somata("compare", dtp, folder.resolve("none").toString());
        assertEquals(ExitStatus.WRONG_USAGE, outcome.status());
        assertEquals(
                "somata: " + folder.resolve("none") + ": there is no such folder; give the directory of a run\n",
                outcome.err());
    }
}
