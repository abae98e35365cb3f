package org.somata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSchemaTest {
    private static final Path FILE = Path.of("schema.json");
    private static final String FIRST_LINE = "# yaml-language-server: $schema=";
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ConfigSchema.json(), InputFormat.JSON);

    static List<Path> files() throws IOException {
        return Samples.files();
    }

    @Test
    void theFileIsCurrent() throws IOException {
        assertEquals(
                ConfigSchema.json().strip(),
                Files.readString(FILE).strip(),
                "config/schema.json is not current; rewrite it: ./somata config schema > config/schema.json");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileNamesTheSchemaAndFollowsIt(Path file) throws IOException {
        String text = Files.readString(file);
        String first = text.lines().findFirst().orElse("");
        assertTrue(first.startsWith(FIRST_LINE), first);
        Path named = file.resolveSibling(first.substring(FIRST_LINE.length()));
        assertEquals(FILE, named.normalize());
        assertEquals(List.of(), errors(text));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsWrittenFollowsIt(Path file) {
        assertEquals(List.of(), errors(ConfigWriter.yaml(ConfigReader.read(file, List.of()))));
    }

    @Test
    void theSampleFollowsIt() {
        assertEquals(List.of(), errors(Samples.GOOD));
        String links = "links: {forward: sign, each: {2: {feedback: {kind: sign, levels: plus-minus-one}}}}\n";
        assertEquals(List.of(), errors(Samples.GOOD + links));
        String time = """
                links:
                  up: {latency: 1.5ms, jitter: {kind: uniform, from: 0ms, to: 1us}, loss: 1}
                  each: {2: {down: {latency: {kind: constant, value: 2h}}}}
                """;
        assertEquals(List.of(), errors(Samples.GOOD + time));
        assertEquals(
                List.of(),
                errors(Samples.GOOD.replace(
                        "passes: joint",
                        "{kind: asynchronous, clock: wall, deadline: 1min, act-probabilities: {2: 1}, compute: 0s}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noise: -> noize:",
                "  epochs: 2\n -> ",
                "epochs: 2 -> epochs: two",
                "epochs: 2 -> epochs: -1",
                "batch: 100 -> batch: 0",
                "units: 30 -> units: 30, nonlinearity: tan",
                "kind: inverse, period: 50 -> kind: inverse",
                "optimiser: adam -> optimiser: eve",
                "momentum: 0.8 -> momentum: 1",
                "momentum: 0.8 -> beta1: 0.8",
                "rate: 1e-2 -> rate: 0",
                "1: 0.15 -> first: 0.15",
                "1: 0.15 -> 1: -1",
                "name: sample -> name: ../sample",
                "train: 3500 -> train: 0",
                "passes: joint -> passes: single",
                "passes: joint -> interval: 5",
                "passes: joint -> interval: 5 m",
                "passes: joint -> compute: constant",
                "passes: joint -> compute: {kind: exponential}",
                "passes: joint -> compute: {kind: exponential, mean: 5}",
                "passes: joint -> act-probability: 1.5",
                "passes: joint -> act-probabilities: {2: 1.5}",
                "schedule: -> links: {up: {loss: 2}}\nschedule:",
                "schedule: -> links: {each: {2: {down: {loss: -1}}}}\nschedule:",
                "schedule: -> links: {forward: bit}\nschedule:",
                "schedule: -> links: {each: {0: {forward: sign}}}\nschedule:",
                "schedule: -> links: {each: {2: sign}}\nschedule:",
                "schedule: -> links: {each: {2: {forward: {kind: bits, levels: zero-one}}}}\nschedule:",
                "schedule: -> evaluation: {transmission: {2: {feedback: sign}}}\nschedule:",
            })
    void theBadDoesNot(String change) {
        String[] sides = change.split(" -> ", -1);
        assertTrue(Samples.GOOD.contains(sides[0]));
        assertFalse(errors(Samples.GOOD.replace(sides[0], sides[1])).isEmpty());
    }

    @Test
    void everySettingIsDescribed() throws IOException {
        described("", new ObjectMapper().readTree(ConfigSchema.json()));
    }

    private static void described(String path, JsonNode node) {
        node.path("properties").properties().stream()
                .filter(each -> !each.getKey().equals("kind") || each.getValue().has("$ref"))
                .forEach(each -> assertTrue(
                        each.getValue().path("description").asText().endsWith("."), path + " " + each.getKey()));
        node.properties().forEach(each -> described(path + "/" + each.getKey(), each.getValue()));
        node.elements().forEachRemaining(each -> {
            if (node.isArray()) {
                described(path, each);
            }
        });
    }

    private static List<String> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(Error::toString)
                .toList();
    }
}
