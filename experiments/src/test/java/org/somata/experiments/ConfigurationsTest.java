package org.somata.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.config.ConfigReader;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.runs.Runs;
import org.somata.experiments.runs.Watch;

class ConfigurationsTest {
    /** Two presentations, on data that need no network. */
    private static final List<String> SHORT = List.of(
            "trials=1",
            "data.set=mnist-slice",
            "data.train=200",
            "data.valid=100",
            "data.test=100",
            "training.epochs=1",
            "training.batch=100",
            "schedule.feedback-warm-up=0");

    @TempDir
    private Path folder;

    static List<Path> files() throws IOException {
        Path config = Path.of("../config");
        try (Stream<Path> all = Files.walk(config)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file ->
                            !file.startsWith(config.resolve("src")) && !file.startsWith(config.resolve("target")))
                    // a sweep is no experiment
                    .filter(file -> !file.getParent().endsWith("sweeps"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theQuickstartIsAmongThem() throws IOException {
        assertTrue(files().contains(Path.of("../config/quickstart.yaml")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyExperimentFileRuns(Path file) throws IOException {
        Path run = folder.resolve("run");
        Runs.Outcome outcome = new Runs(Engine.actors(2), List.of(), Watch.NONE)
                .begin(ConfigReader.read(file, SHORT), run, Optional.empty());
        assertTrue(outcome.completed(), outcome::toString);
        assertEquals(2, Files.readAllLines(run.resolve("metrics.csv")).size());
    }

    /** Figure 3: between layers 1 and 2 cross 500 + 500 bits up and 500 + 500 + 500 down for each example. */
    @Test
    void theCableOfTheDiscreteNetworkCarriesAThousandBitsUpAndFifteenHundredDown() throws IOException {
        Path run = folder.resolve("cable");
        new Runs(Engine.actors(2), List.of(), Watch.NONE)
                .begin(
                        ConfigReader.read(Path.of("../config/paper/3.2-mnist-discrete-dtp.yaml"), SHORT),
                        run,
                        Optional.empty());
        JsonNode links =
                new ObjectMapper().readTree(run.resolve("result.json").toFile()).get("links");
        Map<String, Double> bits = new HashMap<>();
        links.forEach(link -> bits.put(
                link.get("link") + " " + link.get("direction").asText(),
                link.get("bits_per_example").asDouble()));
        assertEquals(1000, bits.get("2 forward"));
        assertEquals(1500, bits.get("2 feedback"));
        assertEquals(32 * 500, bits.get("3 forward"));
    }
}
