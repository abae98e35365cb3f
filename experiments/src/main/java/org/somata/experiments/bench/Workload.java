package org.somata.experiments.bench;

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
 * @param layers the configuration's list of hidden layers, such as {@code [{units: 240, count: 7}]}
 * @param rule by its name in a configuration
 * @param batch examples in a minibatch
 */
record Workload(int features, String layers, String rule, int batch) {
    private static final int CLASSES = 10;
    private static final int ROUNDS = 5;
    private static final double WARM_UP_SECONDS = 3;
    private static final double ROUND_SECONDS = 1;

    /** Section 3.1's network: 784-7×240-10. */
    static Workload paper(String rule) {
        return new Workload(784, "[{units: 240, count: 7}]", rule, 100);
    }

    /** Milliseconds a step: median and extremes of five rounds, after the JIT has had its time. */
    Spread milliseconds(Engine engine) {
        Examples examples = new MadeUp(10 * batch);
        try (Network network = assembly().network(engine)) {
            int steps = 1;
            double warmed = 0;
            while (warmed < WARM_UP_SECONDS) {
                double spent = seconds(network, examples, steps);
                warmed += spent;
                steps = Math.max(1, (int) (ROUND_SECONDS / Math.max(spent / steps, 1e-7)));
            }
            double[] rounds = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                rounds[round] = seconds(network, examples, steps) / steps * 1e3;
            }
            return Spread.of(rounds);
        }
    }

    private Assembly assembly() {
        String text = """
                name: bench
                data: {set: made-up}
                network: {layers: %s}
                training: {epochs: 1, batch: %d}
                learning:
                  rule: %s
                  target-step: 0.327736332653
                  noise: 0.359829566008
                  forward: {optimiser: centred-rmsprop, rate: 0.0008}
                  feedback: {optimiser: centred-rmsprop, rate: 0.0008}
                """.formatted(layers, batch, rule);
        ExperimentConfig config = ConfigReader.parse(text, "bench", List.of());
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
