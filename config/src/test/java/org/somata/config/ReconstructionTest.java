package org.somata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The auto-encoder of section 3.4. */
class ReconstructionTest {
    private static final List<String> ALONE = List.of(
            "network.layers=[{units: 30}]", "network.output=reconstruction", "learning.forward.rate-factors=null");

    @ParameterizedTest
    @ValueSource(strings = {"difference-target-propagation", "backpropagation"})
    void hasNoiseAndNobodyAbove(String rule) {
        ExperimentConfig config = good(
                "learning.rule=" + rule,
                "learning.estimator=none",
                "network.feedback-nonlinearity=sigmoid",
                "network.feedback-weights=uniform",
                "schedule.order=bottom-up");
        assertEquals(
                List.of(
                        "network.feedback-weights",
                        "learning.feedback",
                        "learning.target-step",
                        "schedule.order",
                        "learning.estimator"),
                config.unused());
        assertEquals(0.5, config.learning().noise().value());
        assertEquals(0, config.learning().targetStep());
        assertEquals(Optional.empty(), config.learning().feedback());
        assertTrue(config.uses("network.feedback-nonlinearity"));
        ExperimentConfig again = ConfigReader.parse(ConfigWriter.yaml(config), "written.yaml", List.of());
        assertEquals(config, again);
        assertEquals(List.of(), again.unused());
    }

    @Test
    void requiresNothingThatItDoesNotUse() {
        assertEquals(good(), good("learning.target-step=null", "learning.feedback=null"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network.layers=[{units: 30}, {units: 3}] | network.layers: make 2 hidden layers, but an auto-encoder",
                "learning.rule=target-propagation | learning.rule: is target-propagation, but an auto-encoder",
                "learning.rule=feedback-alignment | learning.rule: is feedback-alignment, but an auto-encoder",
                "training.patience=3 | training.patience: waits for a lower validation error, but an auto-encoder",
                "learning.forward.accumulate=2 | learning.forward.accumulate: is 2, but an auto-encoder",
                "links.forward=sign | links.forward: is not real, but an auto-encoder",
                "links.each.2.feedback=bits | links.each.2.feedback: is not real, but an auto-encoder",
                "evaluation.transmission={2: sign} | evaluation.transmission: names links, but an auto-encoder",
                "evaluation.samples=2 | evaluation.samples: is 2, but no link",
                "schedule.passes=alternating | schedule.passes: is alternating, but the feedback mapping of an auto-",
                "schedule.feedback-warm-up=1 | schedule.feedback-warm-up: is 1, but the feedback mapping of an auto-",
                "learning.forward.rate-factors={2: 3} | learning.forward.rate-factors.2: is no layer with such a",
            })
    void refusesWhatNeedsOthers(String override, String message) {
        String said = assertThrows(ConfigException.class, () -> good(override)).getMessage();
        assertTrue(said.startsWith("--set " + override + ": " + message), said);
    }

    private static ExperimentConfig good(String... overrides) {
        return Samples.good(Stream.concat(ALONE.stream(), Stream.of(overrides)).toArray(String[]::new));
    }
}
