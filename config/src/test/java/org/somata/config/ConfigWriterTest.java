package org.somata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.config.LearningConfig.Rule;

class ConfigWriterTest {
    static List<Path> files() throws IOException {
        return Samples.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsWrittenReadsBackEqual(Path file) {
        assertRoundTrip(ConfigReader.read(file, List.of()));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleReadsBackEqual(Rule rule) {
        assertRoundTrip(Samples.good("learning.rule=" + rule));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network.layers=[{units: 3, count: 2, nonlinearity: relu, feedback-nonlinearity: linear}, {units: 4}]",
                "network.forward-weights={kind: gaussian, deviation: 1e-300}",
                "network.feedback-weights=uniform",
                "learning.forward.optimiser=sgd",
                "learning.forward.optimiser={kind: rmsprop, epsilon: 1e-12}",
                "learning.forward.rate={value: 1e10, decay: {kind: linear, from: 0.5}}",
                "learning.inverse-loss=target",
                "schedule={order: bottom-up, passes: alternating}",
                "evaluation={weights: averaged, average-decay: 0.9}",
                "evaluation.transmission={3: {kind: sign, levels: plus-minus-one}, 2: bits}",
                "links={forward: bits, each: {4: {feedback: sign, feedback-at: receiver}, 1: {forward: sign}, 2: {}}}",
                "seed=9223372036854775807",
                "data.train=null",
                "name=\"1e5\"",
                "name=\"0x1F\"",
                "name=\"null\"",
                "name=\"yes\"",
                "name=\"-\"",
                "section=\"3.1\"",
                "section=\"a: b # c\"",
                "section=\" ü \\\" ' \"",
                "data.set=\"/tmp/a dir: with #\"",
                "data.set=\"C:\\\\data\"",
            })
    void everyChoiceReadsBackEqual(String override) {
        assertRoundTrip(Samples.good(override));
    }

    @Test
    void leavesOutWhatTheRuleDoesNotUse() {
        String yaml = ConfigWriter.yaml(Samples.good("learning.rule=backpropagation"));
        for (String key :
                List.of("feedback-", "feedback:\n    optimiser", " noise:", "target-step", "local-step", "order:")) {
            assertFalse(yaml.contains(key), yaml);
        }
    }

    @Test
    void everySettingIsThereByItsPath() {
        ExperimentConfig config = Samples.good("training.patience=3");
        Map<String, String> settings = ConfigWriter.settings(config);
        assertEquals("30", settings.get("network.layers.1.units"));
        assertEquals("0.5", settings.get("learning.noise.value"));
        assertEquals("3", settings.get("training.patience"));
        List<String> overrides = settings.entrySet().stream()
                .filter(setting -> !setting.getKey().equals("section"))
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
        assertEquals(config, ConfigReader.parse(ConfigWriter.yaml(config), "written.yaml", overrides));
    }

    @Test
    void ofTrialsEachIsARunOfItsOwnSeed() {
        ExperimentConfig trials = Samples.good("trials=3", "seed=5");
        assertEquals(Samples.good("seed=7"), trials.trial(3));
    }

    private static void assertRoundTrip(ExperimentConfig config) {
        String yaml = ConfigWriter.yaml(config);
        ExperimentConfig again = ConfigReader.parse(yaml, "written.yaml", List.of());
        assertEquals(config, again);
        assertEquals(config.hashCode(), again.hashCode());
        assertEquals(List.of(), again.unused());
        assertEquals(yaml, ConfigWriter.yaml(again));
    }
}
