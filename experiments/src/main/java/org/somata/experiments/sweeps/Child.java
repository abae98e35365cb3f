package org.somata.experiments.sweeps;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.somata.experiments.runs.RunException;

/** This program at work in a process of its own; it does not outlive this one. */
final class Child {
    private final Process process;
    private final Path said;

    private Child(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /**
     * The same Java with the same options and class path.
     *
     * @param main the program's class
     * @param said where its output goes
     */
    static Child start(String main, List<String> arguments, Path said) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // a second process cannot listen where a debugger is attached to this one
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agentlib:jdwp") && !option.startsWith("-Xrunjdwp"))
                .forEach(command::add);
        command.addAll(List.of(Lifeline.option(), "-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        try {
            return new Child(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start(),
                    said);
        } catch (IOException failure) {
            throw new RunException("no process could be started for " + String.join(" ", arguments) + " ("
                    + failure.getMessage() + ")");
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    CompletableFuture<?> end() {
        return process.onExit();
    }

    /** Has it write a checkpoint and end. */
    void stop() {
        // not Process.destroy, which tears the lifeline too
        process.toHandle().destroy();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Why it ended, in the last words of its own or, where a signal ended it, by its exit status. */
    String reason() {
        String status = "its process ended with status " + process.exitValue();
        try {
            return Files.readString(said, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("somata: "))
                    .reduce((first, second) -> second)
                    .map(line -> line.substring("somata: ".length()))
                    .orElse(status + "; see " + said);
        } catch (IOException unreadable) {
            return status;
        }
    }
}
