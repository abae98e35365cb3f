package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Engine;

class ReproducibilityTest {
    private static final Arguments EVERY_KIND_OF_LINK = clockless(
            "every kind of link without a clock",
            "links={forward: bits, feedback: sign, each: {2: {feedback-at: receiver}},"
                    + " up: {latency: {kind: exponential, mean: 2ms}, jitter: {kind: uniform, from: 0ms,"
                    + " to: 3ms}, loss: 0.1, duplication: 0.1}, down: {latency: {kind: log-normal,"
                    + " median: 1ms, sigma: 1}, loss: 0.1}, labels: {latency: 2ms, loss: 0.1}}",
            "schedule.compute={kind: uniform, from: 0ms, to: 1ms}",
            "schedule.act-probability=0.7",
            "schedule.memory=2");

    @TempDir
    private Path folder;

    static Stream<Arguments> experiments() {
        return Stream.of(
                experiment("DTP, V and W together"),
                experiment("alternating", "schedule.passes=alternating"),
                experiment("bottom-up", "schedule.order=bottom-up"),
                experiment("warm-up", "schedule.feedback-warm-up=2"),
                experiment(
                        "alternating, bottom-up, warm-up",
                        "schedule.passes=alternating",
                        "schedule.order=bottom-up",
                        "schedule.feedback-warm-up=1"),
                experiment("V after the target", "learning.feedback-when=after-target"),
                experiment("V on every second presentation", "learning.feedback-every=2"),
                experiment("Eq. 17", "learning.inverse-loss=target"),
                experiment("vanilla TP", "learning.rule=target-propagation"),
                experiment("TP through optimization", "learning.rule=target-propagation-through-optimization"),
                experiment("backpropagation", "learning.rule=backpropagation"),
                experiment("input noise", "learning.input-noise=0.3"),
                experiment("averaged weights", "evaluation.weights=averaged", "evaluation.average-decay=0.9"),
                experiment("feedback alignment", "learning.rule=feedback-alignment"),
                experiment("direct feedback alignment", "learning.rule=direct-feedback-alignment"),
                experiment("cables", "links={forward: sign, feedback: sign, feedback-at: receiver}"),
                experiment(
                        "drawn bits, up and down, averaged over draws",
                        "links={forward: bits, feedback: bits}",
                        "evaluation.samples=3"),
                experiment(
                        "the likelihood of several draws",
                        "learning.rule=backpropagation",
                        "links={forward: bits}",
                        "learning.samples=4",
                        "evaluation.samples=2"),
                experiment(
                        "learned real, evaluated on signs",
                        "learning.rule=backpropagation",
                        "evaluation.transmission={2: sign}"),
                clockless("without a clock"),
                EVERY_KIND_OF_LINK,
                clockless(
                        "what copes with staleness",
                        "schedule.pairing=now",
                        "learning.forward.staleness-scaling=inverse",
                        "learning.forward.accumulate=2",
                        "learning.feedback-updates=2"),
                clockless("backpropagation without a clock", "learning.rule=backpropagation"),
                autoencoder("auto-encoder"),
                autoencoder("auto-encoder by backpropagation", "learning.rule=backpropagation"),
                autoencoder("auto-encoder, averaged", "evaluation.weights=averaged", "evaluation.average-decay=0.9"),
                experiment("ND4J", "numerics.kernels=nd4j", "training.epochs=2"),
                experiment("a last layer of 1 unit", "network.layers=[{units: 5}, {units: 1}]"),
                experiment("seldom evaluated", "evaluation.every=2", "checkpoints.every=2", "checkpoints.keep=1"),
                experiment("whole minibatches, no shuffling", "training.batch=65", "data.shuffle=false"),
                experiment(
                        "Adam, decay",
                        "learning.forward={optimiser: adam, rate: {value: 0.01, decay: {kind: linear, from: 0.3}}}"));
    }

    private static Arguments experiment(String name, String... overrides) {
        return Arguments.of(name, overrides);
    }

    private static Arguments clockless(String name, String... overrides) {
        return experiment(
                name,
                Stream.concat(
                                Stream.of(
                                        "schedule.kind=asynchronous",
                                        "links={up: {latency: 1ms}, down: {latency: 1ms}}",
                                        "schedule.compute=250us"),
                                Stream.of(overrides))
                        .toArray(String[]::new));
    }

    private static Arguments autoencoder(String name, String... overrides) {
        return experiment(
                name,
                Stream.concat(Small.AUTOENCODER.stream(), Stream.of(overrides)).toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("experiments")
    void theFilesAreTheSameHoweverItIsDriven(String name, String[] overrides) {
        Trial trial = Trial.in(folder, overrides);
        Path loop = trial.completed("loop", Engine.loop());
        for (int threads : List.of(1, 2, 4)) {
            Trial.assertSame(loop, trial.completed("actors-" + threads, Engine.actors(threads)));
        }
        Trial.assertSame(loop, trial.completed("actors-2-again", Engine.actors(2)));
    }

    /** Threads that take the processors away at moments of their own. */
    @Test
    void whatElseTheMachineDoesChangesNothing() {
        Trial trial = Trial.in(folder, (String[]) EVERY_KIND_OF_LINK.get()[1]);
        Path loop = trial.completed("loop", Engine.loop());
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> others = IntStream.range(0, 2 * Runtime.getRuntime().availableProcessors())
                .mapToObj(i -> new Thread(() -> compete(over, i)))
                .toList();
        others.forEach(Thread::start);
        try {
            for (int threads : List.of(1, 2, 4)) {
                Trial.assertSame(loop, trial.completed("beside others-" + threads, Engine.actors(threads)));
            }
        } finally {
            over.set(true);
        }
    }

    private static void compete(AtomicBoolean over, int number) {
        Random random = new Random(number);
        while (!over.get()) {
            long until = System.nanoTime() + random.nextInt(5_000_000);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            LockSupport.parkNanos(random.nextInt(1_000_000));
        }
    }

    /** Else the comparisons above would prove nothing. */
    @Test
    void everyExperimentOfTheTableHasItsOwnResults() {
        Map<String, String> plain = Small.reproducible(Trial.in(folder).completed("plain", Engine.loop()));
        long distinct = 0;
        for (Arguments experiment : experiments().skip(1).toList()) {
            String[] overrides = (String[]) experiment.get()[1];
            Path run = Trial.in(folder, overrides).completed("other-" + distinct++, Engine.loop());
            assertNotEquals(plain, Small.reproducible(run), () -> String.join(" ", overrides));
        }
        Path seed = Trial.in(folder, "seed=2").completed("seed", Engine.loop());
        assertNotEquals(plain.get("metrics.csv"), Small.reproducible(seed).get("metrics.csv"));
        assertEquals(experiments().count() - 1, distinct);
    }
}
