package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;

class PlotsOfRunTest {
    @TempDir
    private Path folder;

    private Path run;

    @BeforeEach
    void name() {
        run = folder.resolve("run");
    }

    private String[] command() throws IOException {
        String config = Small.write(folder).toString();
        return new String[] {"run", config, "--out", run.toString(), "--set", "training.epochs=1", "--threads", "1"};
    }

    private Set<String> plots() {
        return Small.tree(run.resolve("plots")).keySet();
    }

    @Test
    void aRunThatEndsIsDrawn() throws IOException {
        Outcome outcome = InProcess.somata(command());
        assertEquals(0, outcome.status(), outcome::err);
        assertTrue(plots().contains("filters.png"));
        assertTrue(outcome.out().contains(": no charts, for") || plots().contains("cost.png"), outcome::out);
    }

    /** As on a bare machine: fontconfig knows no folder of fonts, and Java has not kept what it knew before. */
    @Test
    void whereJavaFindsNoFontsThereIsOneNoteAndTheRunIsDone() throws IOException, InterruptedException {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"), "skipped: only Linux takes its fonts from fontconfig");
        Path none = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        Path out = folder.resolve("out");
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        List<String> whole = new ArrayList<>(java);
        whole.addAll(List.of(command()));
        ProcessBuilder builder =
                new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("FONTCONFIG_FILE", none.toString());
        Process process = builder.start();
        assertTrue(process.waitFor(180, TimeUnit.SECONDS));
        String said = Files.readString(out);
        assertEquals(0, process.exitValue(), said);
        assumeTrue(!plots().contains("cost.png"), "skipped: this Java finds fonts without fontconfig");
        List<String> notes = said.lines().filter(line -> line.contains("plots")).toList();
        assertEquals(1, notes.size(), said);
        assertTrue(
                notes.get(0)
                        .startsWith(run.resolve("plots") + ": no charts, for Java has no fonts to letter them with ("),
                said);
        assertEquals(Set.of("filters.png"), plots());
    }
}
