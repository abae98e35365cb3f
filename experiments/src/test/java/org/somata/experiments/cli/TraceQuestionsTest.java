package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.Small;

/** Questions to the traces of runs, as a user asks them. */
class TraceQuestionsTest {
    /** Presentations: 3 epochs of 7. */
    private static final int STEPS = 21;

    @TempDir
    private static Path folder;

    private static String run;

    @BeforeAll
    static void run() throws IOException {
        run = run("run", "metadata");
    }

    private static String run(String name, String level, String... settings) throws IOException {
        String out = folder.resolve(name).toString();
        List<String> arguments = new ArrayList<>(
                List.of("run", Small.write(folder).toString(), "--trace", level, "--quiet", "--out", out));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        Outcome outcome = InProcess.somata(arguments);
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        return out;
    }

    private static JsonNode json(Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(outcome.out());
    }

    @Test
    void aSummaryHasLinksLayersAndAPath() throws IOException {
        Outcome outcome = InProcess.somata("trace", "summary", run);
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        assertTrue(
                outcome.out()
                        .startsWith("small, seed 1, difference-target-propagation, 784-12-10-8-10, batch 40\n"
                                + "clock lockstep, recorded metadata\n21 presentations, 168 messages, "),
                outcome::out);
        assertTrue(outcome.out().contains("\nwho waited for whom"), outcome::out);
        assertTrue(outcome.out().contains("\ncritical path of presentation "), outcome::out);
        JsonNode json = json(InProcess.somata("trace", "summary", run, "--json"));
        assertEquals(8, json.get("links").size());
        assertEquals(STEPS, json.get("links").get(0).get("handled").asInt());
        assertEquals("wall", json.get("times_of").asText());
        assertTrue(json.get("path").get("complete").asBoolean());
        assertEquals(
                STEPS, json.get("layers").get(1).get("feedback").get("updates").asInt());
    }

    @Test
    void aSummaryMayBeOfAPart() throws IOException {
        JsonNode json = json(InProcess.somata("trace", "summary", run, "--layers", "2..3", "--to", "80", "--json"));
        assertEquals(2, json.get("layers").size());
        assertTrue(json.get("presentations").asInt() < STEPS);
        JsonNode fourth = json(InProcess.somata("trace", "summary", run, "--step", "4", "--json"));
        assertEquals(4, fourth.get("path").get("presentation").asInt());
        Outcome outcome = InProcess.somata("trace", "summary", run, "--step", "22");
        assertEquals(ExitStatus.WRONG_USAGE, outcome.status());
        assertEquals("somata: no presentation 22 in the trace; there are 1 to 21\n", outcome.err());
    }

    @Test
    void whyGoesBackToTheInput() throws IOException {
        Outcome outcome = InProcess.somata("trace", "why", run, "layer-1:forward:17");
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        assertTrue(outcome.out().contains("layer-1:forward:17: the forward mapping of layer-1, presentation 17, "));
        assertTrue(outcome.out().contains("  input:17 began presentation 17.\n"), outcome::out);
        assertTrue(outcome.out().contains("  also teacher:17 "), outcome::out);
        JsonNode json = json(InProcess.somata("trace", "why", run, "layer-1:3", "--effects", "--json"));
        assertEquals(2, json.get("chain").size());
        assertEquals(
                "layer-2:feedback:3",
                json.get("effects").get("updates").get(0).get("id").asText());
    }

    @Test
    void whatIsNotThereIsOneMessageAndStatus2() {
        Outcome malformed = InProcess.somata("trace", "why", run, "layer-x:1");
        assertEquals(ExitStatus.WRONG_USAGE, malformed.status());
        assertTrue(malformed.err().startsWith("somata: nothing in a trace is called layer-x:1; "), malformed::err);
        Outcome missing = InProcess.somata("trace", "why", run, "teacher:22");
        assertEquals(ExitStatus.WRONG_USAGE, missing.status());
        assertEquals(
                "somata: the trace has no message teacher:22; of teacher it has 21, from teacher:1 to teacher:21\n",
                missing.err());
    }

    @Test
    void lockstepIsNeverStale() throws IOException {
        Outcome outcome = InProcess.somata("trace", "stale", run, "--top", "3");
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        assertTrue(outcome.out().endsWith("\nNo update was stale.\n"), outcome::out);
        JsonNode json = json(InProcess.somata("trace", "stale", run, "--top", "3", "--json"));
        assertEquals(3, json.get("oldest").size());
        assertEquals(STEPS, json.get("layers").get(0).get("updates").asInt());
        assertEquals(
                ExitStatus.WRONG_USAGE,
                InProcess.somata("trace", "stale", run, "--top", "0").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "learning.rule=difference-target-propagation",
                "learning.rule=backpropagation",
                "learning.rule=feedback-alignment",
                "learning.rule=direct-feedback-alignment",
                "schedule.order=bottom-up",
                "links.feedback-at=receiver"
            })
    void everyRunIsCleanAndAgreesWithItsResultAndTheory(String setting) throws IOException {
        String traced = run(setting.replaceAll("[^a-z]", "-"), "metadata", setting);
        Outcome outcome = InProcess.somata("trace", "check", traced);
        assertEquals(ExitStatus.DONE, outcome.status(), () -> outcome.out() + outcome.err());
        assertTrue(outcome.out().endsWith("\nclean\n"), outcome::out);
        assertFalse(outcome.out().contains("Not compared"), outcome::out);
        JsonNode json = json(InProcess.somata("trace", "check", traced, "--json"));
        assertTrue(json.get("clean").asBoolean());
        for (JsonNode finding : json.get("findings")) {
            boolean compared = finding.get("checked").asInt() > 0;
            // activations there need not be, and the others are for want of a clock
            assertTrue(
                    compared
                            || List.of(
                                            "activations",
                                            "memory",
                                            "learning",
                                            "staleness",
                                            "fate",
                                            "under-way",
                                            "lateness")
                                    .contains(finding.get("invariant").asText()),
                    finding::toString);
        }
    }

    @Test
    void anAutoEncoderIsCleanToo() throws IOException {
        String traced = run("autoencoder", "metadata", Small.AUTOENCODER.toArray(String[]::new));
        Outcome outcome = InProcess.somata("trace", "check", traced);
        assertEquals(ExitStatus.DONE, outcome.status(), () -> outcome.out() + outcome.err());
    }

    @Test
    void whatResultSaysOtherwiseIsAViolation() throws IOException {
        String traced = run("changed", "metadata");
        Path result = Path.of(traced, "result.json");
        Files.writeString(result, Files.readString(result).replace("\"steps\" : 21", "\"steps\" : 22"));
        Outcome outcome = InProcess.somata("trace", "check", traced);
        assertEquals(ExitStatus.RUN_FAILED, outcome.status());
        assertTrue(outcome.out().contains("  presentations: the trace has 21, result.json has 22\n"), outcome::out);
    }

    @Test
    void damageIsReportedAndTheRestChecked() throws IOException {
        String traced = run("damaged", "metadata");
        Path file;
        try (Stream<Path> files = Files.list(Path.of(traced, "trace"))) {
            file = files.filter(Files::isRegularFile)
                    .max(Comparator.comparing(each -> each.toFile().length()))
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 200] ^= 1;
        Files.write(file, bytes);
        Outcome outcome = InProcess.somata("trace", "check", traced);
        assertEquals(ExitStatus.DATA_UNUSABLE, outcome.status(), () -> outcome.out() + outcome.err());
        assertTrue(outcome.out().contains("\ngap: "), outcome::out);
        assertTrue(outcome.out().contains("Not compared with result.json"), outcome::out);
    }

    @Test
    void aRunDiffersFromOneOfAnotherSeedAtOnceAndFromItselfNever() throws IOException {
        String payload = run("payload", "payload");
        String again = run("again", "payload");
        Outcome same = InProcess.somata("trace", "diff", payload, again);
        assertEquals(ExitStatus.DONE, same.status(), same::err);
        assertEquals("No message and no update differs.\n", same.out());
        String other = run("other", "payload", "seed=2");
        JsonNode json = json(InProcess.somata("trace", "diff", payload, other, "--json"));
        assertFalse(json.get("equal").asBoolean());
        assertEquals(1, json.get("message").get("presentation").asInt());
        assertTrue(json.get("contents").asBoolean());
        JsonNode meta = json(InProcess.somata("trace", "diff", run, other, "--json"));
        assertTrue(
                meta.get("message") == null && meta.get("notes").get(0).asText().contains("could not be compared"));
        assertEquals(1, meta.get("update").get("presentation").asInt());
    }

    @Test
    void aRunWithoutATraceIsRefused() throws IOException {
        String untraced = run("untraced", "off");
        for (String question : List.of("summary", "stale", "check")) {
            Outcome outcome = InProcess.somata("trace", question, untraced);
            assertEquals(ExitStatus.WRONG_USAGE, outcome.status());
            assertTrue(outcome.err().startsWith("somata: " + untraced + ": has no trace; "), outcome::err);
        }
    }
}
