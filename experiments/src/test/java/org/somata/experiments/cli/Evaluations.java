package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.somata.experiments.Small;

/** A run of the small experiment in a temporary folder, and {@code somata eval} on it. */
record Evaluations(Path folder) {
    Path run() {
        return folder.resolve("run");
    }

    void train(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("run", Small.write(folder).toString(), "--out", run().toString(), "--quiet", "--threads", "2"));
        arguments.addAll(List.of(options));
        Outcome outcome = InProcess.somata(arguments);
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
    }

    Outcome eval(Path of, String... options) {
        List<String> arguments = new ArrayList<>(List.of("eval", of.toString(), "--threads", "2"));
        arguments.addAll(List.of(options));
        return InProcess.somata(arguments);
    }

    JsonNode json(Path of, String... options) throws IOException {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--json";
        Outcome outcome = eval(of, all);
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        return new ObjectMapper().readTree(outcome.out());
    }

    void assertRefused(int status, String message, Path of, String... options) {
        Outcome outcome = eval(of, options);
        assertEquals(status, outcome.status(), outcome::err);
        assertTrue(outcome.err().contains(message), outcome::err);
        assertEquals(1, outcome.err().lines().count(), outcome::err);
    }

    Path checkpoint(int epoch) {
        return run().resolve("checkpoints/epoch-%06d".formatted(epoch));
    }

    /** By column, as text. */
    Map<String, String> metrics(int epoch) throws IOException {
        List<String> lines = Files.readAllLines(run().resolve("metrics.csv"));
        String[] names = lines.get(0).split(",");
        String[] cells = lines.get(epoch).split(",", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], cells[i]);
        }
        return row;
    }
}
