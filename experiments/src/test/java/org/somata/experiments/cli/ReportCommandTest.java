package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;

class ReportCommandTest {
    @TempDir
    private static Path made;

    private static Path run;

    @TempDir
    private Path folder;

    @BeforeAll
    static void run() throws IOException {
        run = made.resolve("run");
        Outcome outcome = InProcess.somata(
                "run", Small.write(made).toString(), "--out", run.toString(), "--set", "training.epochs=2", "--quiet");
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
    }

    private Outcome report(Path of, String out) {
        return InProcess.somata(
                "report", of.toString(), "-o", folder.resolve(out).toString());
    }

    private void assertRefused(int status, String message, Outcome outcome) {
        assertEquals(status, outcome.status(), outcome::err);
        assertTrue(outcome.err().contains(message), outcome::err);
        assertEquals(1, outcome.err().lines().count(), outcome::err);
    }

    @Test
    void aRunBecomesAPageWithItsFilters() throws IOException {
        Outcome outcome = report(run, "new/page.html");
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        assertTrue(outcome.out().contains("new/page.html"));
        String page = Files.readString(folder.resolve("new/page.html"));
        assertTrue(page.contains("<h2>Filters of the first layer"));
        assertTrue(page.contains("src=\"data:image/png;base64,iVBOR"));
    }

    @Test
    void anEarlierReportIsReplacedAndNothingElse() throws IOException {
        assertEquals(ExitStatus.DONE, report(run, "page.html").status());
        assertEquals(ExitStatus.DONE, report(run, "page.html").status());
        Files.writeString(folder.resolve("notes.html"), "mine");
        assertRefused(ExitStatus.WRONG_USAGE, "is there already and is no report", report(run, "notes.html"));
        assertEquals("mine", Files.readString(folder.resolve("notes.html")));
        assertRefused(ExitStatus.WRONG_USAGE, "is a folder; give the name of a file", report(run, "."));
        assertEquals(
                List.of("notes.html", "page.html"),
                Files.list(folder)
                        .map(file -> file.getFileName().toString())
                        .sorted()
                        .toList());
    }

    @Test
    void aFolderWithoutARunIsRefused() throws IOException {
        assertRefused(ExitStatus.WRONG_USAGE, "holds no run, no trials and no sweep", report(folder, "page.html"));
        assertRefused(ExitStatus.WRONG_USAGE, "there is no such folder", report(folder.resolve("none"), "page.html"));
        assertRefused(
                ExitStatus.WRONG_USAGE,
                "Missing required parameter: 'RUN_OR_TRIALS_OR_SWEEP",
                InProcess.somata("report"));
        assertTrue(Files.notExists(folder.resolve("page.html")));
    }

    @Test
    void damagedFilesAreNamed() throws IOException {
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy);
        for (String name : List.of("config.yaml", "manifest.json", "metrics.csv", "layers.csv", "result.json")) {
            Files.copy(run.resolve(name), copy.resolve(name));
        }
        Files.writeString(copy.resolve("result.json"), "{\"status\":");
        assertRefused(ExitStatus.DATA_UNUSABLE, "result.json: cannot be read", report(copy, "page.html"));
        Files.delete(copy.resolve("result.json"));
        Files.writeString(copy.resolve("metrics.csv"), "epoch\n1,2,3\n");
        assertRefused(ExitStatus.DATA_UNUSABLE, "metrics.csv:2: 3 cells", report(copy, "page.html"));
        Files.writeString(copy.resolve("metrics.csv"), "epoch\n1,2,3,x,5,6,7,8\n");
        assertRefused(
                ExitStatus.DATA_UNUSABLE,
                "metrics.csv: epoch 1 has a cell that is no number",
                report(copy, "page.html"));
        Files.delete(copy.resolve("manifest.json"));
        assertRefused(ExitStatus.DATA_UNUSABLE, "manifest.json: is missing", report(copy, "page.html"));
    }
}
