package org.somata.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Configurations for tests. */
final class Samples {
    /** A valid file whose lines the tests of bad ones count. */
    static final String GOOD = """
            name: sample
            data: {set: mnist-slice, train: 3500, valid: 500}
            network:
              layers:
                - units: 240
                  count: 3
                - {units: 30}
              nonlinearity: tanh
            training:
              epochs: 2
              batch: 100
            learning:
              rule: difference-target-propagation
              target-step: 0.3
              noise: {value: 0.5, decay: {kind: inverse, period: 50}}
              forward:
                optimiser: {kind: centred-rmsprop, momentum: 0.8}
                rate: 1e-2
                rate-factors: {1: 0.15}
              feedback:
                optimiser: adam
                rate: {value: 1e-3, decay: linear}
            schedule:
              passes: joint
            """;

    private Samples() {}

    static ExperimentConfig good(String... overrides) {
        return ConfigReader.parse(GOOD, "good.yaml", List.of(overrides));
    }

    /** Every experiment file of the repository; the tests run in the module's directory. */
    static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(Path.of(""))) {
            return found.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.startsWith("target") && !file.startsWith("src"))
                    .filter(file -> !isSweep(file))
                    .sorted()
                    .toList();
        }
    }

    /** A folder called sweeps has nothing else. */
    static boolean isSweep(Path file) {
        return file.getParent() != null && file.getParent().endsWith("sweeps");
    }
}
