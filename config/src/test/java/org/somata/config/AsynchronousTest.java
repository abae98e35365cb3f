package org.somata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.config.DistributionConfig.Constant;
import org.somata.config.DistributionConfig.Exponential;
import org.somata.config.DistributionConfig.LogNormal;
import org.somata.config.DistributionConfig.Uniform;
import org.somata.config.MappingLearning.MomentumCorrection;
import org.somata.config.MappingLearning.StalenessScaling;
import org.somata.config.ScheduleConfig.Clock;
import org.somata.config.ScheduleConfig.Pairing;

/** Schedules without a clock: a network of four hidden layers, so of five links. */
class AsynchronousTest {
    private static final Duration NONE = Duration.of("0ms");
    private static final DistributionConfig AT_ONCE = new Constant(NONE);
    private static final DeliveryConfig PERFECT = new DeliveryConfig(AT_ONCE, AT_ONCE, 0.0, 0.0);

    @Test
    void haveAsManyAliveAsThereAreLayers() {
        ScheduleConfig schedule = asynchronous().schedule();
        assertEquals(Clock.VIRTUAL, schedule.clock());
        assertEquals(5, schedule.alive());
        assertEquals(10, schedule.memory());
        assertEquals(NONE, schedule.interval());
        assertEquals(Optional.empty(), schedule.deadline());
        assertEquals(AT_ONCE, schedule.compute());
        assertEquals(1.0, schedule.actProbability());
        assertEquals(Pairing.THEN, schedule.pairing());
    }

    @Test
    void rememberTwiceAsManyAsAreAlive() {
        assertEquals(6, asynchronous("schedule.alive=3").schedule().memory());
        assertEquals(
                Integer.MAX_VALUE,
                asynchronous("schedule.alive=2147483647").schedule().memory());
        // fewer make targets expire, which may be what somebody studies
        assertEquals(
                2,
                asynchronous("schedule.alive=9", "schedule.memory=2").schedule().memory());
    }

    @Test
    void takeTimeOfEveryDistribution() {
        LinksConfig links = asynchronous(
                        "links.up={latency: 1ms, jitter: {kind: uniform, from: 0ms, to: 250us}, loss: 0.1}",
                        "links.down.latency={kind: exponential, mean: 2ms}",
                        "links.labels={latency: {kind: log-normal, median: 1s, sigma: 0.5}, duplication: 1}")
                .links();
        assertEquals(
                new DeliveryConfig(constant("1ms"), new Uniform(NONE, Duration.of("250us")), 0.1, 0.0), links.up());
        assertEquals(new Exponential(Duration.of("2ms")), links.down().latency());
        assertEquals(new DeliveryConfig(new LogNormal(Duration.of("1s"), 0.5), AT_ONCE, 0.0, 1.0), links.labels());
    }

    @Test
    void singleLinksDifferInWhatTheySay() {
        LinksConfig links = asynchronous(
                        "links.up={latency: 1ms, loss: 0.1}",
                        "links.each={1: {up: {jitter: 3ms}}, 3: {up: {loss: 0.5}, down: {latency: 7ms}}}")
                .links();
        assertEquals(new DeliveryConfig(constant("1ms"), constant("3ms"), 0.1, 0.0), links.up(1));
        assertEquals(new DeliveryConfig(constant("1ms"), AT_ONCE, 0.1, 0.0), links.up(2));
        assertEquals(new DeliveryConfig(constant("1ms"), AT_ONCE, 0.5, 0.0), links.up(3));
        assertEquals(PERFECT, links.down(2));
        assertEquals(new DeliveryConfig(constant("7ms"), AT_ONCE, 0.0, 0.0), links.down(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schedule.alive=1",
                "schedule={clock: wall, deadline: 90s, act-probability: 0.2, act-probabilities: {2: 0}, pairing: now}",
                "schedule={interval: 1.5ms, compute: {kind: log-normal, median: 1ms, sigma: 0}, compute-factors: {5: 10}}",
                "links={up: {latency: 1ms, loss: 1}, each: {2: {up: {jitter: 3ms}, down: {}}, 3: {forward: sign}}}",
                "learning.forward={staleness-scaling: inverse, momentum-correction: staleness, accumulate: 3}",
                "learning.feedback-updates=3",
                "learning.rule=direct-feedback-alignment",
            })
    void areWrittenInFull(String override) {
        String forward = "learning.forward={optimiser: sgd, rate: 1, ";
        ExperimentConfig config = asynchronous(override.replace("learning.forward={", forward)
                .replace("schedule={", "schedule={kind: asynchronous, "));
        String yaml = ConfigWriter.yaml(config);
        ExperimentConfig again = ConfigReader.parse(yaml, "written.yaml", List.of());
        assertEquals(config, again);
        assertEquals(List.of(), again.unused());
        assertEquals(yaml, ConfigWriter.yaml(again));
        assertTrue(yaml.contains("alive: " + config.schedule().alive()), yaml);
        assertFalse(yaml.contains("\"0ms\""), "a duration needs no quotes: " + yaml);
        Map<String, String> settings = ConfigWriter.settings(config);
        List<String> overrides = settings.entrySet().stream()
                .filter(setting -> !setting.getKey().equals("section"))
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
        assertEquals(config, ConfigReader.parse(yaml, "written.yaml", overrides));
    }

    @Test
    void copeWithStaleness() {
        LearningConfig learning = asynchronous(
                        "learning.forward.staleness-scaling=inverse-root",
                        "learning.feedback.optimiser=sgd",
                        "learning.feedback.momentum-correction=staleness",
                        "learning.feedback.accumulate=4",
                        "learning.feedback-updates=2")
                .learning();
        assertEquals(StalenessScaling.INVERSE_ROOT, learning.forward().stalenessScaling());
        assertEquals(MomentumCorrection.NONE, learning.forward().momentumCorrection());
        assertEquals(1, learning.forward().accumulate());
        MappingLearning feedback = learning.feedback().orElseThrow();
        assertEquals(StalenessScaling.NONE, feedback.stalenessScaling());
        assertEquals(MomentumCorrection.STALENESS, feedback.momentumCorrection());
        assertEquals(4, feedback.accumulate());
        assertEquals(2, learning.feedbackUpdates());
    }

    @Test
    void areReachedIntoByOverrides() {
        ExperimentConfig config = asynchronous(
                "schedule.compute=1ms",
                "schedule.compute.value=2ms",
                "schedule.act-probabilities.2=0.5",
                "links.up.latency=1ms",
                "links.up.latency={kind: exponential, mean: 1ms}",
                "links.up.latency.mean=2ms");
        assertEquals(constant("2ms"), config.schedule().compute());
        assertEquals(Map.of(2, 0.5), config.schedule().actProbabilities());
        assertEquals(new Exponential(Duration.of("2ms")), config.links().up().latency());
    }

    @Test
    void lockstepTellsWhatItDoesNotUse() {
        ExperimentConfig config = Samples.good(
                "schedule={alive: 7, deadline: 1s, act-probability: 0.5, pairing: now, clock: wall, compute: 1ms}",
                "links={up: {loss: 0.1}, each: {2: {down: {latency: 1s}, forward: sign}}}",
                "learning.feedback.staleness-scaling=inverse",
                "learning.forward.accumulate=2");
        List<String> expected = List.of(
                "schedule.clock",
                "schedule.alive",
                "schedule.deadline",
                "schedule.compute",
                "schedule.act-probability",
                "schedule.pairing",
                "links.up",
                "learning.feedback.staleness-scaling",
                "links.each.2.down");
        assertEquals(expected, config.unused(), "all of it, and nothing that is used");
        assertEquals(
                expected.stream().map(path -> path + " is not used in lockstep").toList(), config.remarks());
        assertFalse(config.uses("links.up.loss"));
        assertTrue(config.uses("learning.forward.accumulate"));
        assertEquals(PERFECT, config.links().up());
        assertEquals(5, config.schedule().alive());
        assertFalse(ConfigWriter.yaml(config).contains("alive"));
    }

    @Test
    void tellWhatTheyDoNotUse() {
        ExperimentConfig config = asynchronous(
                "learning.rule=direct-feedback-alignment",
                "schedule.compute-factors={2: 3}",
                "links.each={4: {down: {loss: 1}}, 5: {down: {loss: 1}}}");
        assertTrue(config.remarks()
                .containsAll(List.of(
                        "links.each.4.down is not used by direct-feedback-alignment",
                        "schedule.compute-factors is not used where schedule.compute is 0ms")));
        assertTrue(config.uses("links.each.5.down.loss"));
        assertTrue(config.uses("schedule.alive"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule.order=bottom-up | schedule.order: is bottom-up, but in an asynchronous schedule",
                "schedule.clock=wall schedule.compute=1ms | schedule.compute: is above 0ms, but by the machine's own",
                "schedule.clock=wall schedule.interval=1ns | schedule.interval: is above 0ms, but by the machine's own",
                "schedule.clock=wall links.up.latency={kind:exponential,mean:1ms} | links.up.latency: is above 0ms",
                "schedule.clock=wall links.down.jitter=1ms | links.down.jitter: is above 0ms, but",
                "schedule.clock=wall links.labels.latency=1ms | links.labels.latency: is above 0ms, but",
                "schedule.clock=wall links.each.5.up.latency=1ms | links.each.5.up.latency: is above 0ms, but",
                "schedule.clock=wall links.each.2.down.jitter=1ms | links.each.2.down.jitter: is above 0ms, but",
            })
    void refuseWhatHasNoMeaning(String overrides, String message) {
        String said = assertThrows(
                        ConfigException.class,
                        () -> asynchronous(overrides.replace(":", ": ").split(" (?=\\S+=)")))
                .getMessage();
        assertTrue(said.contains(": " + message), said);
        assertTrue(said.indexOf(';') > 0, said);
    }

    @Test
    void refuseAutoEncoders() {
        String said = assertThrows(
                        ConfigException.class,
                        () -> asynchronous(
                                "network.layers=[{units: 30}]",
                                "network.output=reconstruction",
                                "learning.forward.rate-factors=null"))
                .getMessage();
        assertTrue(said.contains(": schedule.kind: is asynchronous, but an auto-encoder"), said);
    }

    private static DistributionConfig constant(String duration) {
        return new Constant(Duration.of(duration));
    }

    private static ExperimentConfig asynchronous(String... overrides) {
        return Samples.good(Stream.concat(Stream.of("schedule.kind=asynchronous"), Stream.of(overrides))
                .toArray(String[]::new));
    }
}
