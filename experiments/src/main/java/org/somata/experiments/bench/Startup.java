package org.somata.experiments.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long a user waits for the first step: a Java virtual machine like this one is started anew, some times. */
final class Startup {
    private static final int MOST = 5;

    private Startup() {}

    static void measure(Figures figures, Conditions conditions) {
        int starts = Math.min(MOST, conditions.pace().rounds());
        double[] started = new double[starts];
        double[] done = new double[starts];
        for (int i = 0; i < starts; i++) {
            try {
                long begin = System.nanoTime();
                Process child = new ProcessBuilder(command(conditions.threads()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                try (BufferedReader said =
                        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                    started[i] = await(said, FirstStep.STARTED, begin);
                    done[i] = await(said, FirstStep.DONE, begin);
                } finally {
                    child.destroy();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot start another Java virtual machine", failure);
            }
        }
        figures.put("program_started_ms", Spread.of(started));
        figures.put("first_step_done_ms", Spread.of(done));
    }

    private static List<String> command(int threads) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // an agent may write to a file, or listen at a port, that is this machine's own
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-agent") && !argument.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), FirstStep.class.getName(), Integer.toString(threads)));
        return command;
    }

    /** Milliseconds until it says so. */
    private static double await(BufferedReader said, String word, long begin) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(word)) {
                return (System.nanoTime() - begin) / 1e6;
            }
        }
        throw new IllegalStateException(
                "the Java virtual machine that was started ended before it said '" + word + "'");
    }
}
