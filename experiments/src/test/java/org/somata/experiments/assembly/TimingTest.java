package org.somata.experiments.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.somata.config.ScheduleConfig;
import org.somata.experiments.Small;
import org.somata.model.layers.Recall;
import org.somata.model.learning.Coping;
import org.somata.model.learning.RateScaling;
import org.somata.model.network.Asynchrony;
import org.somata.model.network.Asynchrony.Clock;
import org.somata.model.signals.MessageKind;
import org.somata.model.timing.Delivery;
import org.somata.model.timing.Distribution;

/** What a configuration says of time, as the model has it: a network of three hidden layers, so of four links. */
class TimingTest {
    private static final long MS = 1_000_000;

    private static Assembly assembly(String... overrides) {
        List<String> all = Stream.concat(Stream.of("schedule.kind=asynchronous"), Arrays.stream(overrides))
                .toList();
        return Assembly.of(Small.config(all), 784, 10);
    }

    @Test
    void lockstepHasNone() {
        Assembly assembly = Assembly.of(Small.config(List.of("schedule.alive=3", "links.up.loss=1")), 784, 10);
        assertEquals(Optional.empty(), assembly.asynchrony());
        assertEquals(Optional.empty(), assembly.spec().recall());
    }

    @Test
    void withoutMoreNothingTakesTimeAndNothingIsLost() {
        Assembly assembly = assembly();
        List<Delivery> perfect = List.of(Delivery.PERFECT, Delivery.PERFECT, Delivery.PERFECT, Delivery.PERFECT);
        Asynchrony expected = new Asynchrony(
                Clock.VIRTUAL,
                4,
                0,
                OptionalLong.empty(),
                Distribution.NONE,
                Map.of(),
                perfect,
                perfect,
                Delivery.PERFECT);
        assertEquals(Optional.of(expected), assembly.asynchrony());
        assertEquals(
                Optional.of(new Recall(8, Recall.Pairing.THEN, 1)),
                assembly.spec().recall());
    }

    @Test
    void everythingThatIsSaidArrives() {
        Assembly assembly = assembly(
                "schedule={kind: asynchronous, alive: 3, interval: 2ms, deadline: 1s, memory: 5, compute: 1ms,"
                        + " compute-factors: {2: 10}, act-probability: 0.5, act-probabilities: {3: 0}, pairing: now}",
                "links.up={latency: {kind: exponential, mean: 2ms}, loss: 0.1}",
                "links.down={latency: {kind: log-normal, median: 3ms, sigma: 0.5}, duplication: 0.2}",
                "links.labels.jitter={kind: uniform, from: 0ms, to: 4ms}",
                "links.each={1: {up: {latency: 0ms}}, 3: {up: {loss: 1}, down: {jitter: 7ms}}}");
        Asynchrony how = assembly.asynchrony().orElseThrow();
        assertEquals(3, how.alive());
        assertEquals(2 * MS, how.interval());
        assertEquals(OptionalLong.of(1000 * MS), how.deadline());
        assertEquals(new Distribution.Constant(MS), how.compute());
        assertEquals(Map.of(2, 10.0), how.computeFactors());
        Distribution wait = new Distribution.Exponential(2 * MS);
        Distribution tail = new Distribution.LogNormal(3 * MS, 0.5);
        Distribution none = Distribution.NONE;
        assertEquals(new Delivery(none, none, 0.1, 0), how.delivery(MessageKind.ACTIVATION, 0, 1));
        assertEquals(new Delivery(wait, none, 0.1, 0), how.delivery(MessageKind.ACTIVATION, 1, 2));
        assertEquals(new Delivery(wait, none, 1, 0), how.delivery(MessageKind.ACTIVATION, 2, 3));
        assertEquals(new Delivery(tail, none, 0, 0.2), how.delivery(MessageKind.TARGET, 2, 1));
        Distribution late = new Distribution.Constant(7 * MS);
        assertEquals(new Delivery(tail, late, 0, 0.2), how.delivery(MessageKind.TARGET, 3, 2));
        Delivery labels = new Delivery(none, new Distribution.Uniform(0, 4 * MS), 0, 0);
        assertEquals(labels, how.delivery(MessageKind.LABEL, -1, 4));
        Recall recall = assembly.spec().recall().orElseThrow();
        assertEquals(new Recall(5, Recall.Pairing.NOW, 0.5, Map.of(3, 0.0)), recall);
        assertEquals(List.of(0.5, 0.0), List.of(recall.actProbability(2), recall.actProbability(3)));
    }

    @ParameterizedTest
    @EnumSource(ScheduleConfig.Clock.class)
    void everyClockArrives(ScheduleConfig.Clock clock) {
        assertEquals(
                clock.name(),
                assembly("schedule.clock=" + clock)
                        .asynchrony()
                        .orElseThrow()
                        .clock()
                        .name());
    }

    @Test
    void soDoesHowMappingsCopeWithStaleness() {
        Assembly assembly = assembly(
                "learning.forward={staleness-scaling: inverse-root, accumulate: 2, rate: 1, optimiser: adam}",
                "learning.feedback={staleness-scaling: inverse, momentum-correction: staleness, rate: 1, optimiser: sgd}",
                "learning.feedback-updates=3");
        Coping forward = new Coping(RateScaling.INVERSE_ROOT, false, 2);
        assertEquals(
                List.of(forward, forward, forward, forward),
                assembly.spec().forward().stream()
                        .map(mapping -> mapping.coping())
                        .toList());
        assertEquals(
                new Coping(RateScaling.INVERSE, true, 1),
                assembly.spec().feedback().get(1).orElseThrow().coping());
        assertEquals(3, assembly.spec().learning().feedbackUpdates());
    }
}
