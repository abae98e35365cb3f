package org.somata.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import org.somata.config.ConfigReader;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.assembly.Engine;
import org.somata.model.Examples;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;
import org.somata.model.signals.Presentation.Purpose;

/**
 * A network under load.
 *
 * @param features of the input
 * @param settings overrides of the configuration below, as {@code --set} takes them
 */
record Workload(int features, int batch, List<String> settings) {
    private static final int CLASSES = 10;
    private static final int ROUNDS = 5;
    private static final double WARM_UP_SECONDS = 4;
    private static final double ROUND_SECONDS = 1;
    private static final String CONFIGURATION = """
            name: bench
            data: {set: made-up}
            network: {layers: [{units: 240, count: 7}]}
            training: {epochs: 1, batch: 100}
            learning:
              rule: difference-target-propagation
              target-step: 0.327736332653
              noise: 0.359829566008
              forward: {optimiser: centred-rmsprop, rate: 0.0001}
              feedback: {optimiser: centred-rmsprop, rate: 0.0001}
            """;

    /** {@code depth} hidden layers of {@code units}. */
    static Workload of(int features, int units, int depth, int batch) {
        return new Workload(
                features,
                batch,
                List.of(
                        "training.batch=" + batch,
                        "network.layers.0.units=" + units,
                        "network.layers.0.count=" + depth));
    }

    /** Section 3.1's network: 784-7×240-10, minibatches of 100. */
    static Workload paper(String rule) {
        return of(784, 240, 7, 100).with("learning.rule=" + rule);
    }

    Workload with(String setting) {
        List<String> more = new ArrayList<>(settings);
        more.add(setting);
        return new Workload(features, batch, more);
    }

    /** Milliseconds and bytes a step. */
    record Measured(Spread milliseconds, Spread bytes) {}

    /** Five rounds of about a second, after the JIT has had its time. */
    Measured measure(Engine engine) {
        Examples examples = new MadeUp(10 * batch);
        try (Network network = assembly().network(engine)) {
            int steps = 1;
            double warmed = 0;
            while (warmed < WARM_UP_SECONDS) {
                double spent = seconds(network, examples, steps);
                warmed += spent;
                steps = Math.max(1, Math.min(2 * steps, (int) (ROUND_SECONDS / (spent / steps))));
            }
            double[] milliseconds = new double[ROUNDS];
            double[] bytes = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long before = Allocation.bytes();
                milliseconds[round] = seconds(network, examples, steps) / steps * 1e3;
                bytes[round] = (double) (Allocation.bytes() - before) / steps;
            }
            return new Measured(Spread.of(milliseconds), Spread.of(bytes));
        }
    }

    private Assembly assembly() {
        ExperimentConfig config = ConfigReader.parse(CONFIGURATION, "bench", settings);
        return Assembly.of(config, features, CLASSES);
    }

    private double seconds(Network network, Examples examples, int steps) {
        int[] order = new int[steps * batch];
        for (int i = 0; i < order.length; i++) {
            order[i] = i % examples.count();
        }
        long begin = System.nanoTime();
        network.learn(new Pass(Purpose.LEARN, examples, order, batch, 0, steps, 0), 0, Network.Watcher.NONE);
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Examples whose inputs are in [0, 1) and whose labels go round. */
    private final class MadeUp implements Examples {
        private final int count;

        MadeUp(int count) {
            this.count = count;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public int features() {
            return features;
        }

        @Override
        public int classes() {
            return CLASSES;
        }

        @Override
        public void copyInput(int index, float[] into, int offset) {
            for (int i = 0; i < features; i++) {
                into[offset + i] = ((index * 31 + i * 17) & 255) / 256f;
            }
        }

        @Override
        public int label(int index) {
            return index % CLASSES;
        }
    }
}
