package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Chromium;
import org.somata.experiments.Small;

class TraceViewCommandTest {
    @TempDir
    private static Path made;

    private static Path traced;

    private static Path untraced;

    @TempDir
    private Path folder;

    @BeforeAll
    static void run() throws IOException {
        String config = Small.write(made).toString();
        traced = run(config, "traced", "--trace", "payload", "--payload-steps", "1..2");
        untraced = run(config, "untraced", "--set", "training.epochs=1");
    }

    private static Path run(String config, String name, String... more) {
        Path run = made.resolve(name);
        List<String> command = new ArrayList<>(List.of("run", config, "--out", run.toString(), "--quiet"));
        command.addAll(List.of(more));
        Outcome outcome = InProcess.somata(command);
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        return run;
    }

    private Outcome view(Path run, String out, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "trace", "view", run.toString(), "-o", folder.resolve(out).toString()));
        command.addAll(List.of(more));
        return InProcess.somata(command);
    }

    private void assertRefused(int status, String message, Outcome outcome) {
        assertEquals(status, outcome.status(), outcome::err);
        assertTrue(outcome.err().contains(message), outcome::err);
        assertEquals(1, outcome.err().lines().count(), outcome::err);
    }

    /** Three epochs of seven steps, each with a label, four activations and three targets. */
    @Test
    void aTracedRunBecomesAPage() throws Exception {
        Outcome outcome = view(traced, "new/trace.html", "--wall");
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        assertEquals("", outcome.err());
        assertTrue(outcome.out().contains("168 messages, 126 updates"), outcome::out);
        Chromium.Seen seen = Chromium.in(folder).see(folder.resolve("new/trace.html"));
        assertEquals(List.of(), seen.console());
        assertTrue(seen.dom().contains("wall time"));
        assertTrue(seen.dom().contains("data-kind=\"target\""));
    }

    @Test
    void whatIsLeftOutIsSaid() throws IOException {
        Outcome outcome = view(traced, "trace.html", "--from", "8", "--layers", "2..3", "--max-messages", "10");
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        assertTrue(outcome.out().contains("10 messages"), outcome::out);
        assertTrue(outcome.err().contains("from 8 on, what came to layers 2..3."), outcome::err);
        assertTrue(outcome.err().contains("These are the first 10 of "), outcome::err);
        assertTrue(Files.readString(folder.resolve("trace.html")).contains("These are the first 10 of "));
    }

    @Test
    void anEarlierPageIsReplacedAndNothingElse() throws IOException {
        assertEquals(ExitStatus.DONE, view(traced, "page.html").status());
        assertEquals(ExitStatus.DONE, view(traced, "page.html").status());
        Files.writeString(folder.resolve("notes.html"), "mine");
        assertRefused(ExitStatus.WRONG_USAGE, "is there already and is no trace", view(traced, "notes.html"));
        assertEquals("mine", Files.readString(folder.resolve("notes.html")));
        assertRefused(ExitStatus.WRONG_USAGE, "such as " + folder.resolve("./trace.html"), view(traced, "."));
        Path report = folder.resolve("report.html");
        assertEquals(
                ExitStatus.DONE,
                InProcess.somata("report", traced.toString(), "-o", report.toString())
                        .status());
        assertRefused(ExitStatus.WRONG_USAGE, "is there already and is no trace", view(traced, "report.html"));
    }

    @Test
    void whatCannotBeShownIsRefused() {
        assertRefused(ExitStatus.WRONG_USAGE, "has no trace", view(untraced, "trace.html"));
        assertRefused(ExitStatus.WRONG_USAGE, "there is no such folder", view(folder.resolve("none"), "trace.html"));
        assertRefused(
                ExitStatus.WRONG_USAGE,
                "--max-messages must be 1 or more",
                view(traced, "t.html", "--max-messages", "0"));
        assertRefused(ExitStatus.WRONG_USAGE, "--layers must be", view(traced, "t.html", "--layers", "9"));
        assertFalse(Files.exists(folder.resolve("t.html")));
    }

    @Test
    void reportsOfTracedRunsShowTheBeginningOfTheLastEpoch() throws Exception {
        Path page = folder.resolve("report.html");
        assertEquals(
                ExitStatus.DONE,
                InProcess.somata("report", traced.toString(), "-o", page.toString())
                        .status());
        String html = Files.readString(page);
        assertTrue(html.contains("<h2>Messages between layers</h2>"));
        // seven steps of eight positions in each of two epochs before it
        assertTrue(html.contains("Of the trace this is a window: from 112 to 272."), "its window");
        assertTrue(html.contains("<td>target</td><td class=\"n\">63</td>"), "three a step");
        Chromium.Seen seen = Chromium.in(folder).see(page);
        assertEquals(List.of(), seen.console());
        assertTrue(seen.dom().contains("class=\"lanes\""), "the timeline was made");
    }

    @Test
    void reportsOfOtherRunsAreAsBefore() throws IOException {
        Path page = folder.resolve("report.html");
        InProcess.somata("report", untraced.toString(), "-o", page.toString());
        assertFalse(Files.readString(page).contains("somata-trace"));
    }
}
