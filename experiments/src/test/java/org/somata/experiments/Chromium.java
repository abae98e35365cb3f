package org.somata.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.somata.experiments.machine.SearchPath;

/** A browser without a window, with a profile of its own in a temporary folder. */
public record Chromium(Path program, Path folder) {
    private static final long PATIENCE_SECONDS = 240;

    /** Ends the test as skipped where there is none. */
    public static Chromium in(Path folder) {
        Optional<Path> program = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> SearchPath.ofUser().find(name).stream())
                .findFirst();
        assumeTrue(
                program.isPresent(),
                "skipped: there is no chromium on the PATH, so no browser has looked at the page"
                        + " (Debian: apt-get install chromium)");
        return new Chromium(program.get(), folder);
    }

    /**
     * What it makes of a page.
     *
     * @param dom after its scripts have run
     * @param console what they, or the browser, complained of
     */
    public record Seen(String dom, List<String> console) {}

    public Seen see(Path page) throws IOException, InterruptedException {
        String dom = run("--dump-dom", page.toUri().toString());
        List<String> console = Files.readString(folder.resolve("err.txt"))
                .lines()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        return new Seen(dom, console);
    }

    public Path print(Path page) throws IOException, InterruptedException {
        Path pdf = folder.resolve("page.pdf");
        run("--no-pdf-header-footer", "--print-to-pdf=" + pdf, page.toUri().toString());
        return pdf;
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--window-size=1280,900",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Process browser = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        boolean ended = browser.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        browser.destroyForcibly();
        assertTrue(ended, "chromium did not end");
        assertEquals(0, browser.exitValue(), () -> read(folder.resolve("err.txt")));
        return Files.readString(out);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return gone.toString();
        }
    }
}
