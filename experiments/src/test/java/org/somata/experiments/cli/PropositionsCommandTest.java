package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.propositions.Breach;
import org.somata.experiments.propositions.Claim;
import org.somata.experiments.propositions.Claims;

class PropositionsCommandTest {
    @TempDir
    private Path folder;

    private Outcome propositions(String... arguments) {
        return InProcess.somata(
                Stream.concat(Stream.of("propositions"), Stream.of(arguments)).toList());
    }

    @Test
    void aLineForEachAndItsFiles() throws IOException {
        Path out = folder.resolve("found");
        Outcome outcome = propositions("fixed-point", "feedback-alignment", "--out", out.toString(), "--seed", "2");
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        List<String> lines = outcome.out().lines().toList();
        assertTrue(lines.get(0).startsWith("PASS  fixed-point  "), outcome::out);
        assertTrue(lines.get(0).contains("by differences 0 ≤ 0"), outcome::out);
        assertTrue(lines.get(1).startsWith("PASS  feedback-alignment  "), outcome::out);
        assertEquals(List.of("results: " + out), lines.subList(2, lines.size()));

        JsonNode result = new ObjectMapper().readTree(out.resolve("result.json").toFile());
        assertEquals(2, result.path("seed").asInt());
        assertEquals(2, result.path("passed").asInt());
        assertEquals(0, result.path("failed").asInt());
        JsonNode first = result.path("claims").path(0);
        assertEquals("passed", first.path("status").asText());
        assertTrue(first.path("broken").isMissingNode());
        assertEquals(0, first.path("checks").path(0).path("measured").asDouble());
        for (String name : List.of("fixed-point", "feedback-alignment")) {
            assertTrue(Files.size(out.resolve(name + ".png")) > 10_000, name);
            List<String> rows = Files.readAllLines(out.resolve(name + ".csv"));
            assertEquals("line,x,y", rows.get(0));
            assertTrue(rows.size() > 20, name);
        }
    }

    @Test
    void aBrokenConditionFails() throws IOException {
        Outcome outcome = propositions(
                "fixed-point",
                "--break",
                "no-difference-correction",
                "--json",
                "--out",
                folder.resolve("broken").toString());
        assertEquals(ExitStatus.RUN_FAILED, outcome.status(), outcome::err);
        JsonNode found = new ObjectMapper().readTree(outcome.out());
        assertEquals(1, found.path("failed").asInt());
        assertEquals("failed", found.path("claims").path(0).path("status").asText());
        assertEquals(
                "no-difference-correction",
                found.path("claims").path(0).path("broken").asText());
    }

    @Test
    void whatIsThereIsNotWrittenOver() throws IOException {
        Path kept = Files.writeString(folder.resolve("result.json"), "mine");
        Outcome outcome = propositions("fixed-point", "--out", folder.toString());
        assertEquals(ExitStatus.WRONG_USAGE, outcome.status());
        assertTrue(outcome.err().contains("is there already"), outcome::err);
        assertEquals("mine", Files.readString(kept));
    }

    @Test
    void anUnknownNameIsToldTheKnownOnes() {
        Outcome outcome = propositions("proposition-3", "--out", folder.toString());
        assertEquals(ExitStatus.WRONG_USAGE, outcome.status());
        assertTrue(
                outcome.err().contains("there is no proposition 'proposition-3'; known: small-targets,"), outcome::err);
    }

    @Test
    void aConditionIsOneOfItsClaim() {
        Outcome outcome = propositions("fixed-point", "--break", "random-feedback");
        assertEquals(ExitStatus.WRONG_USAGE, outcome.status());
        assertTrue(outcome.err().contains("known: no-difference-correction,"), outcome::err);
        Outcome all = propositions("--break", "random-feedback");
        assertEquals(ExitStatus.WRONG_USAGE, all.status());
        assertTrue(all.err().contains("--break needs the name of one claim"), all::err);
    }

    @Test
    void theListNamesEveryClaimAndCondition() {
        Outcome outcome = propositions("--list");
        assertEquals(ExitStatus.DONE, outcome.status());
        String help = propositions("--help").out();
        for (Claim claim : Claims.ALL) {
            assertTrue(outcome.out().contains(claim.name() + "  "), claim.name());
            assertTrue(outcome.out().contains(claim.words()), claim.name());
            assertTrue(help.contains(claim.name()), claim.name());
            for (Breach breach : claim.breaches()) {
                assertTrue(outcome.out().contains("--break " + breach.name() + ": "), breach.name());
            }
        }
        assertFalse(Files.exists(Path.of("runs", "propositions")));
    }
}
