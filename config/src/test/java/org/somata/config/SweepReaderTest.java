package org.somata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SweepReaderTest {
    private static final String GOOD = """
            name: rates
            base: base.yaml
            set: {data.train: 1000, training.epochs: 1}
            search: {kind: random, seed: 7}
            points: 5
            objective: {figure: train-cost}
            space:
              learning.noise: {kind: range, from: 0.1, to: 0.5}
              learning.forward.rate: [0.1, {value: 0.2, decay: linear}]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeBase() throws IOException {
        Files.writeString(folder.resolve("base.yaml"), Samples.GOOD);
    }

    private SweepFile read(String text) throws IOException {
        return SweepReader.read(Files.writeString(folder.resolve("sweep.yaml"), text));
    }

    @Test
    void everyPartIsRead() throws IOException {
        SweepFile sweep = read(GOOD);
        SweepConfig config = sweep.config();
        assertEquals("rates", config.name());
        assertEquals(new SearchConfig.Random(7L), config.search());
        assertEquals(OptionalInt.of(5), config.points());
        assertEquals(
                new ObjectiveConfig(ObjectiveConfig.Figure.TRAIN_COST, ObjectiveConfig.Epoch.BEST), config.objective());
        assertEquals(Optional.of(folder.resolve("base.yaml")), sweep.baseFile());
        assertEquals(
                List.of("learning.noise", "learning.forward.rate"),
                List.copyOf(config.space().keySet()));
        assertEquals(
                new SpaceConfig.Uniform(0.1, 0.5, OptionalInt.empty()),
                config.space().get("learning.noise"));
        SpaceConfig rates = config.space().get("learning.forward.rate");
        assertEquals("0.1", rates.at(0).toString());
        assertEquals("{\"value\":0.2,\"decay\":\"linear\"}", rates.at(1).toString());
    }

    @Test
    void aPointIsTheBaseWithWhatIsSetAndItsOwnValues() throws IOException {
        SweepFile sweep = read(GOOD);
        Map<String, Setting> values = Map.of(
                "learning.noise",
                Setting.of(0.25),
                "learning.forward.rate",
                sweep.config().space().get("learning.forward.rate").at(1));
        ExperimentConfig point = sweep.point(1, values);
        assertEquals(
                Samples.good(
                        "data.train=1000",
                        "training.epochs=1",
                        "learning.noise=0.25",
                        "learning.forward.rate={value: 0.2, decay: linear}"),
                point);
        assertEquals(point, sweep.point(1, values), "a point has changed the base");
    }

    @Test
    void whatIsWrittenNeedsNoOtherFileAndHasTheSamePoints() throws IOException {
        SweepFile sweep = read(GOOD);
        String yaml = sweep.yaml();
        Files.delete(folder.resolve("base.yaml"));
        SweepFile again = read(yaml);
        assertEquals(Optional.empty(), again.baseFile());
        assertEquals(yaml, again.yaml());
        assertEquals(sweep.config().space(), again.config().space());
        Map<String, Setting> values = Map.of("learning.noise", Setting.of(0.25));
        assertEquals(ConfigWriter.yaml(sweep.point(1, values)), ConfigWriter.yaml(again.point(1, values)));
    }

    @Test
    void settingsThatOnlySomePointsUseAreKept() throws IOException {
        String bothRules = GOOD.replaceAll("(?s)space:.*", """
                space:
                  learning.rule: [backpropagation, difference-target-propagation]
                  learning.noise: [0.1, 0.2]
                """);
        SweepFile sweep = read(read(bothRules).yaml());
        ExperimentConfig without = sweep.point(1, values("learning.rule", "backpropagation"));
        ExperimentConfig with = sweep.point(2, values("learning.rule", "difference-target-propagation"));
        assertEquals(0.3, with.learning().targetStep());
        sweep.requireUse(List.of(without, with));
        String said = assertThrows(ConfigException.class, () -> sweep.requireUse(List.of(without)))
                .getMessage();
        assertTrue(said.contains("space.learning.noise: is not used by backpropagation"), said);
    }

    @Test
    void valuesGoAlongWithAnother() throws IOException {
        SweepFile sweep = read("""
                name: rates
                base: base.yaml
                search: grid
                objective: {figure: train-cost}
                space:
                  training.batch: [10, 100]
                with:
                  training.batch: {10: {training.epochs: 7, learning.noise: 0.25}}
                """);

        ExperimentConfig small = sweep.point(1, Map.of("training.batch", Setting.of(10)));
        ExperimentConfig large = sweep.point(2, Map.of("training.batch", Setting.of(100)));

        assertEquals(7, small.training().epochs());
        assertEquals(0.25, small.learning().noise().value());
        assertEquals(2, large.training().epochs());
    }

    @Test
    void timeCanVary() throws IOException {
        SweepFile sweep = read(GOOD.replaceAll("(?s)space:.*", """
                space:
                  schedule.kind: [lockstep, asynchronous]
                  schedule.alive: {kind: integer, from: 1, to: 9}
                  links.up.loss: {kind: range, from: 0, to: 0.5}
                  links.down.latency: [1ms, {kind: exponential, mean: 2ms}]
                """));
        sweep = read(sweep.yaml());
        Map<String, Setting> values = new LinkedHashMap<>();
        sweep.config().space().forEach((key, space) -> values.put(key, space.draw(Math.nextDown(1.0))));
        ExperimentConfig point = sweep.point(1, values);
        assertEquals(9, point.schedule().alive());
        assertEquals(0.5, point.links().up().loss());
        assertEquals(
                new DistributionConfig.Exponential(Duration.of("2ms")),
                point.links().down().latency());
        ExperimentConfig lockstep = sweep.point(2, Map.of("links.up.loss", Setting.of(0.1)));
        sweep.requireUse(List.of(point, lockstep));
        SweepFile read = sweep;
        String said = assertThrows(ConfigException.class, () -> read.requireUse(List.of(lockstep)))
                .getMessage();
        assertTrue(said.contains("space.links.up.loss: is not used in lockstep, so that"), said);
    }

    private static Map<String, Setting> values(String key, String text) {
        return Map.of(key, new Setting(Document.value(text, key, "test")));
    }

    @Test
    void aPointThatIsNoExperimentIsNamedWithTheKey() throws IOException {
        SweepFile sweep = read(GOOD);
        assertEquals(
                folder + "/sweep.yaml:8:3: point 3 (learning.noise=-1.0): learning.noise: is -1.0;"
                        + " give a number of at least 0",
                said(sweep, 3, Map.of("learning.noise", Setting.of(-1.0))));
        // what the point breaks may stand in the base
        assertTrue(said(sweep, 4, Map.of("data.train", Setting.of(50)))
                .startsWith(folder + "/base.yaml:11:10: point 4 (data.train=50): training.batch: is 100, more than"));
        assertTrue(said(sweep, 5, Map.of("learning.noize", Setting.of(1)))
                .endsWith("point 5 (learning.noize=1): learning.noize: is no known key; did you mean \"noise\"?"
                        + " (known here: rule, target-step, local-step, samples, estimator, noise, input-noise, inverse-loss,"
                        + " feedback-when, feedback-every, feedback-updates, forward, feedback)"));
        SweepFile byError = read(GOOD.replace("train-cost", "valid-error"));
        assertTrue(said(byError, 6, Map.of("data.valid", Setting.of(0)))
                .contains("point 6 (data.valid=0): data.valid: is 0, but the objective is the validation error"));
        Files.writeString(
                folder.resolve("base.yaml"),
                Samples.GOOD.replace("      count: 3\n    - {units: 30}\n", "  output: reconstruction\n"));
        SweepFile autoEncoders = read(GOOD.replace("train-cost", "valid-error"));
        assertTrue(
                said(autoEncoders, 7, Map.of("learning.noise", Setting.of(0.1)))
                        .contains(
                                "network.output: is reconstruction, which makes no error, but the objective is the validation"));
    }

    private static String said(SweepFile sweep, int number, Map<String, Setting> values) {
        return assertThrows(ConfigException.class, () -> sweep.point(number, values))
                .getMessage();
    }

    /** In the good file one piece of text is replaced, and this earns a message. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "bad-sweeps.csv", delimiter = '|', quoteCharacter = '`')
    void whatIsWrongIsSaidWhereItStands(String kind, String replaced, String by, String message) {
        String from = replaced.translateEscapes();
        assertTrue(GOOD.contains(from), "the sample has changed");
        String said = assertThrows(ConfigException.class, () -> read(GOOD.replace(from, by.translateEscapes())))
                .getMessage();
        String expected = folder + "/sweep.yaml:" + message;
        assertEquals(expected, said.substring(0, Math.min(said.length(), expected.length())), said);
        assertTrue(said.indexOf(';') > 0, "it says nothing of what would do: " + said);
        assertFalse(said.contains("\n"), said);
    }

    @Test
    void aBaseThatIsMissingOrWrongIsNamedWithTheSweepThatNamesIt() throws IOException {
        String missing = assertThrows(ConfigException.class, () -> read(GOOD.replace("base.yaml", "none.yaml")))
                .getMessage();
        assertEquals(
                folder + "/none.yaml: the base of " + folder
                        + "/sweep.yaml:2:7: there is no such file; give the path of a configuration",
                missing);
        Files.writeString(folder.resolve("base.yaml"), "[1]");
        assertTrue(assertThrows(ConfigException.class, () -> read(GOOD))
                .getMessage()
                .contains("is a list; give"));
    }
}
