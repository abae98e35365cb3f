package org.somata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sweep files of the repository, and their schema. */
class SweepSamplesTest {
    private static final Path SCHEMA_FILE = Path.of("sweep-schema.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ConfigSchema.ofSweeps(), InputFormat.JSON);

    static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(Path.of(""))) {
            List<Path> files = found.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(Samples::isSweep)
                    .sorted()
                    .toList();
            assertFalse(files.isEmpty());
            return files;
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void pointsAtBothEndsOfTheSpaceAreExperiments(Path file) {
        SweepFile sweep = SweepReader.read(file);
        for (double chance : new double[] {0, Math.nextDown(1.0)}) {
            Map<String, Setting> values = new LinkedHashMap<>();
            sweep.config().space().forEach((key, space) -> values.put(key, space.draw(chance)));
            sweep.requireUse(List.of(sweep.point(1, values)));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileNamesTheSchemaAndFollowsIt(Path file) throws IOException {
        assertEquals(
                "# yaml-language-server: $schema=" + file.getParent().relativize(SCHEMA_FILE),
                Files.readString(file).lines().findFirst().orElse(""));
        assertEquals(List.of(), errors(Files.readString(file)));
        assertEquals(List.of(), errors(SweepReader.read(file).yaml()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "points: 30 -> pints: 30",
                "points: 30 -> points: 0",
                "kind: range -> kind: rage",
                "to: 1} -> too: 1}",
                "from: 1e-4 -> from: 0",
                "valid-error -> test-error",
                "learning.noise -> learning..noise",
                "{kind: random, seed: 1} -> bayesian"
            })
    void theBadDoesNot(String change) throws IOException {
        String good = Files.readString(Path.of("sweeps/mnist-slice-rates.yaml"));
        String[] sides = change.split(" -> ", -1);
        String bad = good.replace(sides[0], sides[1]);
        assertFalse(bad.equals(good), "the sample has changed");
        assertFalse(errors(bad).isEmpty());
    }

    @Test
    void theSchemaIsCurrent() throws IOException {
        assertEquals(
                ConfigSchema.ofSweeps().strip(),
                Files.readString(SCHEMA_FILE).strip(),
                "config/sweep-schema.json is not current; rewrite it: ./somata config schema --sweep"
                        + " > config/sweep-schema.json");
    }

    private static List<String> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }
}
