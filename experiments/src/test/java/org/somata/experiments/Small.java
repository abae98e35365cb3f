package org.somata.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.somata.config.ConfigReader;
import org.somata.config.ExperimentConfig;

/** An experiment so small that a test can run it many times: seven presentations an epoch, the last a partial one. */
public final class Small {
    public static final String YAML = """
            name: small
            data: {set: mnist-slice, train: 260, valid: 60, test: 60}
            network: {layers: [{units: 12}, {units: 10}, {units: 8}]}
            training: {epochs: 3, batch: 40}
            learning:
              rule: difference-target-propagation
              target-step: 0.3
              noise: 0.2
              forward: {optimiser: centred-rmsprop, rate: 0.01}
              feedback: {optimiser: centred-rmsprop, rate: 0.005}
            evaluation: {probe: 20}
            """;

    /** What makes an auto-encoder of it. */
    public static final List<String> AUTOENCODER = List.of(
            "network.output=reconstruction",
            "network.layers=[{units: 12}]",
            "network.nonlinearity=sigmoid",
            "network.feedback-nonlinearity=sigmoid");

    private Small() {}

    public static ExperimentConfig config(List<String> overrides) {
        return ConfigReader.parse(YAML, "small.yaml", overrides);
    }

    public static Path write(Path folder) throws IOException {
        return Files.writeString(folder.resolve("small.yaml"), YAML);
    }

    /** The files of a run that have to be the same whenever it is run, by name; bytes as Latin-1 text. */
    public static Map<String, String> reproducible(Path run) {
        Map<String, String> files = tree(run);
        files.keySet()
                .removeIf(name -> !name.matches("(metrics|layers|traffic)\\.csv") && !name.startsWith("checkpoints"));
        return files;
    }

    /** Two runs that had to come to the same. */
    public static void assertSame(Path expected, Path actual) {
        assertSame(reproducible(expected), reproducible(actual));
    }

    /** Says which file differs, and not only that one does. */
    public static void assertSame(Map<String, String> expected, Map<String, String> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, content) -> assertEquals(content, actual.get(name), name));
    }

    /** Every file under a folder, by its path there; bytes as Latin-1 text. */
    public static Map<String, String> tree(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }
}
