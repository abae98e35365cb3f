package org.somata.experiments.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What git says of the program's own folder. */
public final class Git {
    private Git() {}

    /**
     * @param commit its hash, or {@code unknown}
     * @param dirty whether files differ from it
     */
    public record State(String commit, boolean dirty) {}

    /** The state of the checkout that the launcher belongs to; unknown outside of one. */
    public static State ofProgram() {
        String home = System.getProperty("somata.home", "");
        if (home.isEmpty()) {
            return new State("unknown", false);
        }
        Optional<String> commit = ask(Path.of(home), "rev-parse", "HEAD");
        boolean dirty = ask(Path.of(home), "status", "--porcelain")
                .filter(text -> !text.isEmpty())
                .isPresent();
        return new State(commit.orElse("unknown"), dirty);
    }

    private static Optional<String> ask(Path folder, String... question) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(question));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean ended = git.waitFor(10, TimeUnit.SECONDS);
            return ended && git.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
