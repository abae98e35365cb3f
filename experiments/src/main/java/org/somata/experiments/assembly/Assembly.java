package org.somata.experiments.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.somata.actors.ActorNetwork;
import org.somata.config.EvaluationConfig;
import org.somata.config.ExperimentConfig;
import org.somata.config.HiddenConfig;
import org.somata.config.LearningConfig;
import org.somata.config.MappingLearning;
import org.somata.config.NetworkConfig;
import org.somata.config.ScheduleConfig;
import org.somata.model.Examples;
import org.somata.model.layers.Batches;
import org.somata.model.layers.Layer;
import org.somata.model.layers.LearningSpec;
import org.somata.model.layers.MappingSpec;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.learning.Decaying;
import org.somata.model.network.Lockstep;
import org.somata.model.network.Network;
import org.somata.model.network.Outputs;
import org.somata.model.network.Schedule;
import org.somata.model.network.SequentialNetwork;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Nonlinearity;

/**
 * A network as its configuration describes it, for inputs of a given size.
 *
 * @param inputNoise σ of the noise on the inputs of learning
 */
public record Assembly(NetworkSpec spec, Kernels kernels, Schedule schedule, Decaying inputNoise) {
    /** Examples sent through the layers at a time when they are evaluated. */
    private static final int EVALUATION_BATCH = 200;

    /** Translates a configuration for inputs of {@code features} numbers and as many outputs as there are classes. */
    public static Assembly of(ExperimentConfig config, int features, int classes) {
        NetworkSpec spec = spec(config, features, classes);
        Kernels kernels = switch (config.numerics().kernels()) {
            case FUSED -> Backend.fused();
            case ND4J -> Backend.nd4j();
        };
        return new Assembly(
                spec,
                kernels,
                new Lockstep(spec.depth(), spec.learning()),
                Settings.decaying(config.learning().inputNoise()));
    }

    /** Builds the layers and sets the engine to drive them. */
    public Network network(Engine engine) {
        List<Layer> layers = spec.build(kernels);
        if (engine.actors()) {
            return new ActorNetwork(layers, schedule, spec.batches(), inputNoise, spec.seed(), engine.threads());
        }
        return new SequentialNetwork(layers, schedule, spec.batches(), inputNoise, spec.seed());
    }

    /** What the output layer of such a network says of examples. */
    public Outputs outputs(Network network) {
        return new Outputs(network, spec.loss(), EVALUATION_BATCH);
    }

    /**
     * Counts what a run of this network takes of memory, before it takes it.
     *
     * @param probe the examples that diagnostics look at
     * @throws RefusedException if there is not so much
     */
    public void requireRoom(Engine engine, Examples probe) {
        Demand.of(this, probe, engine.threads()).requireRoom(Room.here());
    }

    /** M, the number of layers, the output layer included. */
    public int depth() {
        return spec.depth();
    }

    /** Of the arrays W, b, V and c that a layer has: W n_i × n_{i−1}, V n_{i−1} × n_i, b and c vectors. */
    public Map<String, int[]> shapes(int place) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        put(shapes, "W", "b", spec.forward().get(place - 1));
        if (place < spec.depth()) {
            spec.feedback().get(place - 1).ifPresent(mapping -> put(shapes, "V", "c", mapping));
        }
        return shapes;
    }

    private static void put(Map<String, int[]> shapes, String weights, String bias, MappingSpec mapping) {
        shapes.put(weights, new int[] {mapping.outputs(), mapping.inputs()});
        shapes.put(bias, new int[] {mapping.outputs()});
    }

    private static NetworkSpec spec(ExperimentConfig config, int features, int classes) {
        NetworkConfig network = config.network();
        LearningConfig learning = config.learning();
        List<HiddenConfig> hidden = network.hidden();
        List<MappingSpec> forward = new ArrayList<>();
        List<Optional<MappingSpec>> feedback = new ArrayList<>();
        int below = features;
        for (int place = 1; place <= hidden.size(); place++) {
            HiddenConfig layer = hidden.get(place - 1);
            forward.add(forward(config, place, below, layer.units(), Settings.nonlinearity(layer.nonlinearity())));
            feedback.add(feedback(config, place, below, layer));
            below = layer.units();
        }
        forward.add(forward(config, hidden.size() + 1, below, classes, Nonlinearity.LINEAR));
        return new NetworkSpec(
                config.seed(),
                forward,
                feedback,
                Settings.outputLoss(network.output()),
                learning(learning, config.schedule()),
                new Batches(config.training().batch(), EVALUATION_BATCH),
                averageDecay(config.evaluation()));
    }

    private static MappingSpec forward(ExperimentConfig config, int place, int below, int units, Nonlinearity s) {
        MappingLearning learning = config.learning().forward();
        return new MappingSpec(
                below,
                units,
                s,
                Settings.initialisation(config.network().forwardWeights()),
                Settings.optimiser(learning.optimiser()),
                Settings.decaying(learning.rate()).times(learning.rateFactor(place)));
    }

    /** Nothing below layer 1 is ever asked for a target. */
    private static Optional<MappingSpec> feedback(ExperimentConfig config, int place, int below, HiddenConfig layer) {
        if (place == 1) {
            return Optional.empty();
        }
        return config.learning()
                .feedback()
                .map(learning -> new MappingSpec(
                        layer.units(),
                        below,
                        Settings.nonlinearity(layer.feedbackNonlinearity()),
                        Settings.initialisation(config.network().feedbackWeights()),
                        Settings.optimiser(learning.optimiser()),
                        Settings.decaying(learning.rate()).times(learning.rateFactor(place))));
    }

    private static LearningSpec learning(LearningConfig learning, ScheduleConfig schedule) {
        return new LearningSpec(
                Settings.rule(learning),
                Settings.inverseLoss(learning.inverseLoss()),
                Settings.decaying(learning.noise()),
                learning.feedbackEvery(),
                learning.feedbackWhen() == LearningConfig.FeedbackWhen.AFTER_TARGET,
                schedule.order() == ScheduleConfig.Order.BOTTOM_UP);
    }

    private static double averageDecay(EvaluationConfig evaluation) {
        return evaluation.weights() == EvaluationConfig.Weights.AVERAGED ? evaluation.averageDecay() : 0;
    }
}
