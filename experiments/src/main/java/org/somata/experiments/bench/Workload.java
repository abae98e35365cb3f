package org.somata.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import org.somata.config.ConfigReader;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.trace.TraceSettings;

/**
 * A network under load.
 *
 * @param features of the input
 * @param settings overrides of the configuration below, as {@code --set} takes them
 */
record Workload(int features, int batch, List<String> settings) {
    static final String DTP = "difference-target-propagation";
    static final String BP = "backpropagation";
    private static final int CLASSES = 10;
    /** Minibatches before the examples come round again. */
    private static final int MINIBATCHES = 10;
    /** Weights drawn uniformly, since to make them orthogonal takes minutes for 2000 units. */
    private static final String CONFIGURATION = """
            name: bench
            data: {set: made-up}
            network:
              layers: [{units: 240, count: 7}]
              forward-weights: uniform
              feedback-weights: uniform
            training: {epochs: 1, batch: 100}
            learning:
              rule: difference-target-propagation
              target-step: 0.327736332653
              noise: 0.359829566008
              forward: {optimiser: centred-rmsprop, rate: 0.0001}
              feedback: {optimiser: centred-rmsprop, rate: 0.0001}
            """;

    /** {@code depth} hidden layers of {@code units}, by difference target propagation. */
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
        return of(784, 240, 7, 100).by(rule);
    }

    Workload by(String rule) {
        return with("learning.rule=" + rule);
    }

    Workload with(String setting) {
        List<String> more = new ArrayList<>(settings);
        more.add(setting);
        return new Workload(features, batch, more);
    }

    /** Builds it, to be trained a step at a time. */
    Training on(Engine engine) {
        return new Training(assembly().network(engine), new MadeUp(MINIBATCHES * batch, features, CLASSES), batch);
    }

    /** The same with its messages recorded. */
    TracedTraining traced(int threads, TraceSettings settings) {
        return new TracedTraining(
                assembly(), threads, settings, new MadeUp(MINIBATCHES * batch, features, CLASSES), batch);
    }

    /** Floating-point operations of the products of a step. */
    long operations() {
        return Operations.ofStep(assembly(), batch);
    }

    Assembly assembly() {
        ExperimentConfig config = ConfigReader.parse(CONFIGURATION, "bench", settings);
        return Assembly.of(config, features, CLASSES);
    }
}
