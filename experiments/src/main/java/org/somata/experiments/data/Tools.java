package org.somata.experiments.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.somata.experiments.machine.SearchPath;

/**
 * Other programs, found on a path and run without a shell.
 *
 * @param path directories, separated as in the environment variable PATH
 */
record Tools(String path) {
    private static final long LIMIT_MINUTES = 20;

    static Tools onPath() {
        return new Tools(SearchPath.ofUser().directories());
    }

    /**
     * Runs {@code program} in {@code folder} to its end.
     *
     * @throws DataException where it is not installed, fails (with the last thing it said) or takes 20 minutes
     */
    void run(Path folder, String program, String... arguments) throws IOException {
        Path file =
                new SearchPath(path).find(program).orElseThrow(() -> new DataException(program + " is not installed"));
        Path said = Files.createTempFile(folder, program, ".log");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(file.toString()), Arrays.stream(arguments))
                .toList());
        builder.environment().put("PATH", path);
        Process process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new DataException(program + " took more than " + LIMIT_MINUTES + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new DataException(program + " failed (" + process.exitValue() + "): " + last(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataException("interrupted while " + program + " ran", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            Files.delete(said);
        }
    }

    /** The last line about an error, else the last line. */
    private static String last(Path said) throws IOException {
        try (Stream<String> lines = Files.lines(said, Charset.defaultCharset())) {
            List<String> told = lines.filter(line -> !line.isBlank()).toList();
            return told.stream()
                    .filter(line -> line.matches("(?i)(E:|npm err|.*\\berror\\b).*"))
                    // npm closes with the name of its log, which says less than the first line of its complaint
                    .findFirst()
                    .or(() -> told.isEmpty() ? Optional.empty() : Optional.of(told.get(told.size() - 1)))
                    .orElse("it said nothing");
        } catch (UncheckedIOException e) {
            return "it said something unreadable";
        }
    }
}
