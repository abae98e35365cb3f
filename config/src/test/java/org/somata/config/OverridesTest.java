package org.somata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.config.LearningConfig.FeedbackWhen;
import org.somata.config.NetworkConfig.Nonlinearity;
import org.somata.config.OptimiserConfig.Adam;

class OverridesTest {
    @Test
    void setAScalar() {
        assertEquals(1e-3, Samples.good("learning.target-step=1e-3").learning().targetStep());
        assertEquals(Long.MAX_VALUE, Samples.good("seed=9223372036854775807").seed());
        assertEquals(
                new Decaying(0.25, new DecayConfig.Constant()),
                Samples.good("learning.noise=.25").learning().noise());
        assertEquals("a=b", Samples.good("section=a=b").section());
    }

    @Test
    void setAListOrAnEntryOfIt() {
        assertEquals(List.of(30), units("network.layers=[{units: 30}]"));
        assertEquals(List.of(20, 20, 20, 30), units("network.layers.0.units=20"));
        assertEquals(List.of(240, 240, 240, 30, 7), units("network.layers.2={units: 7}"));
        assertEquals(List.of(30), units("network.layers.0=null"));
        assertEquals(
                Nonlinearity.RELU,
                Samples.good("network.layers.1.nonlinearity=relu")
                        .network()
                        .hidden()
                        .get(3)
                        .nonlinearity());
    }

    @Test
    void createWhatIsNotThere() {
        assertEquals(7, Samples.good("evaluation.every=7").evaluation().every());
        assertEquals(
                0.5,
                Samples.good("learning.feedback.rate-factors.2=0.5")
                        .learning()
                        .feedback()
                        .orElseThrow()
                        .rateFactor(2));
    }

    @Test
    void reachIntoShortForms() {
        ExperimentConfig config =
                Samples.good("learning.feedback.optimiser.beta1=0.8", "learning.forward.rate.decay=linear");
        assertEquals(
                new Adam(0.8, 0.999, 1e-8),
                config.learning().feedback().orElseThrow().optimiser());
        assertEquals(
                new Decaying(0.01, new DecayConfig.Linear(0.0)),
                config.learning().forward().rate());
    }

    @Test
    void takeOut() {
        assertEquals(OptionalInt.empty(), Samples.good("data.train=null").data().train());
        assertEquals(
                Decaying.constant(0.0),
                Samples.good("learning.noise=null").learning().noise());
    }

    @Test
    void followEachOther() {
        assertEquals(3, Samples.good("seed=2", "seed=3").seed());
        assertEquals(1, Samples.good("seed=2", "seed=null").seed());
        assertEquals(
                FeedbackWhen.AFTER_TARGET,
                Samples.good("learning.inverse-loss=target").learning().feedbackWhen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed", "=3", "", "a..b=1", ".a=1", "a.=1", "a b=1"})
    void mustHaveTheForm(String override) {
        assertEquals("--set " + override + ": is no override; write --set path.to.key=value", message(override));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learning.noise=abc | learning.noise: is the text \"abc\"; give a number of at least 0",
                "learning.noize=1 | learning.noize: is no known key; did you mean \"noise\"?",
                "learnin.noise=1 | learnin: is no known key; did you mean \"learning\"?",
                "name.first=1 | name: is a mapping; give text of letters, digits",
                "seed= | seed: has no value; give one, or null to take the key out",
                "seed=[1 | seed: cannot be parsed: ",
                "seed=&a 1 | seed: is an anchor (&) or an alias (*)",
                "data={set: x, set: y} | data.set: is given twice",
                "data={set: null} | data.set: has no value",
                "learning.rule=null | learning.rule: is missing; give one of difference-target-propagation",
                "learning={rule: backpropagation} | learning.forward: is missing; give a mapping with the keys optimiser,",
                "network.layers.5.units=3 | network.layers.5: is no entry of this list; count from 0, up to 2",
                "network.layers.first=3 | network.layers.first: is no entry of this list",
                "network.layers=[] | network.layers: is an empty list",
                "evaluation.samples=2 | evaluation.samples: is 2, but no link of this network carries bits in evaluation",
                "training.batch=4000 | training.batch: is 4000, more than the 3500 examples",
            })
    void areToBlameForWhatTheyBreak(String override, String message) {
        String expected = "--set " + override + ": " + message;
        assertTrue(message(override).startsWith(expected), () -> message(override));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learning.inverse-loss=target | the inverse loss of Eq. 17 (learning.inverse-loss: target) needs targets",
                "learning.feedback-when=after-target | learning.feedback-when: after-target waits for targets",
                "learning.rule=backpropagation | the rule backpropagation trains no feedback mapping",
                "learning.rule=target-propagation-through-optimization | the rule target-propagation-through-optim",
                "network.layers=[{units: 30}] | a network of one hidden layer has no feedback mapping",
            })
    void excludeAlternatingPasses(String override, String why) {
        String expected = "--set schedule.passes=alternating: schedule.passes: is alternating, but " + why;
        String said = message(override, "schedule.passes=alternating");
        assertTrue(said.startsWith(expected) && said.endsWith("; give joint"), said);
    }

    @Test
    void leaveTheFileToBlameForTheRest() {
        String said = assertThrows(
                        ConfigException.class,
                        () -> ConfigReader.parse(
                                Samples.GOOD.replace("batch: 100", "batch: 0"), "bad.yaml", List.of("seed=3")))
                .getMessage();
        assertEquals("bad.yaml:11:10: training.batch: is 0; give a whole number of at least 1", said);
    }

    private static List<Integer> units(String override) {
        return Samples.good(override).network().hidden().stream()
                .map(HiddenConfig::units)
                .toList();
    }

    private static String message(String... overrides) {
        return assertThrows(ConfigException.class, () -> Samples.good(overrides))
                .getMessage();
    }
}
