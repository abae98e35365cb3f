package org.somata.experiments.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.somata.actors.ActorNetwork;
import org.somata.actors.MessageListener;
import org.somata.actors.Tempo;
import org.somata.config.EvaluationConfig;
import org.somata.config.ExperimentConfig;
import org.somata.config.HiddenConfig;
import org.somata.config.InitialConfig;
import org.somata.config.LearningConfig;
import org.somata.config.MappingLearning;
import org.somata.config.NetworkConfig;
import org.somata.config.ScheduleConfig;
import org.somata.model.Examples;
import org.somata.model.layers.Layer;
import org.somata.model.layers.LearningSpec;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.MappingSpec;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.layers.Recall;
import org.somata.model.learning.Decaying;
import org.somata.model.network.AsynchronousLoop;
import org.somata.model.network.Asynchrony;
import org.somata.model.network.Fate;
import org.somata.model.network.Lockstep;
import org.somata.model.network.Network;
import org.somata.model.network.Outputs;
import org.somata.model.network.Schedule;
import org.somata.model.network.SequentialNetwork;
import org.somata.model.network.VirtualTime;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.signals.Presentation;

/**
 * A network as its configuration describes it, for inputs of a given size.
 *
 * @param schedule of a step, in which a network without a clock is evaluated
 * @param inputNoise σ of the noise on the inputs of learning
 * @param asynchrony what time does to the network; empty in lockstep
 */
public record Assembly(
        NetworkSpec spec, Kernels kernels, Schedule schedule, Decaying inputNoise, Optional<Asynchrony> asynchrony) {
    /** Examples sent through the layers at a time when they are evaluated. */
    static final int EVALUATION_BATCH = 200;

    /**
     * Translates a configuration for inputs of {@code features} numbers and as many outputs as there are classes; one
     * that rebuilds its inputs has no use for these.
     */
    public static Assembly of(ExperimentConfig config, int features, int classes) {
        Kernels kernels = switch (config.numerics().kernels()) {
            case FUSED -> Backend.fused();
            case ND4J -> Backend.nd4j();
        };
        Blueprint blueprint = blueprint(config);
        NetworkSpec spec =
                config.network().rebuildsInputs() ? blueprint.autoencoder(features) : blueprint.spec(features, classes);
        Optional<Asynchrony> asynchrony = Timing.asynchrony(config);
        return of(
                blueprint,
                asynchrony.isPresent() ? spec.with(Timing.recall(config.schedule())) : spec,
                kernels,
                asynchrony);
    }

    /** Follows a blueprint for inputs of {@code features} numbers and as many outputs as there are classes. */
    public static Assembly of(Blueprint blueprint, Kernels kernels, int features, int classes) {
        return of(blueprint, blueprint.spec(features, classes), kernels, Optional.empty());
    }

    private static Assembly of(
            Blueprint blueprint, NetworkSpec spec, Kernels kernels, Optional<Asynchrony> asynchrony) {
        return new Assembly(spec, kernels, new Lockstep(spec), blueprint.inputNoise(), asynchrony);
    }

    /** The same network, computed by others. */
    public Assembly with(Kernels other) {
        return new Assembly(spec, other, schedule, inputNoise, asynchrony);
    }

    /** Builds the layers and sets the engine to drive them. */
    public Network network(Engine engine) {
        return engine.actors() ? actors(engine, MessageListener.NONE) : loop();
    }

    /** Builds the layers as actors, and has someone listen to what they tell each other. */
    public Network actors(int threads, MessageListener listener) {
        return actors(Engine.actors(threads), listener);
    }

    /** The same, following what a run did where that is repeated. */
    public Network actors(Engine engine, MessageListener listener) {
        return new ActorNetwork(
                spec.build(kernels),
                schedule,
                spec.batches(),
                inputNoise,
                spec.seed(),
                engine.threads(),
                listener,
                tempo(engine));
    }

    private Tempo tempo(Engine engine) {
        if (asynchrony.isEmpty()) {
            return Tempo.LOCKSTEP;
        }
        Asynchrony how = asynchrony.get();
        Fate fate = new Fate(how, spec.seed());
        if (engine.repeated().isPresent()) {
            return new Tempo.Planned(engine.repeated().get(), fate);
        }
        return how.clock() == Asynchrony.Clock.VIRTUAL
                ? new Tempo.Planned(new VirtualTime(spec, how), fate)
                : new Tempo.Free(how.alive(), how.deadline(), fate);
    }

    private Network loop() {
        List<Layer> layers = spec.build(kernels);
        return asynchrony
                .<Network>map(how -> new AsynchronousLoop(
                        layers,
                        schedule,
                        new VirtualTime(spec, how),
                        new Fate(how, spec.seed()),
                        spec.batches(),
                        inputNoise,
                        spec.seed()))
                .orElseGet(() -> new SequentialNetwork(layers, schedule, spec.batches(), inputNoise, spec.seed()));
    }

    /** What the output layer of such a network says of examples. */
    public Outputs outputs(Network network) {
        return new Outputs(network, schedule, spec.batches());
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

    /** n_0 to n_M. */
    public List<Integer> units() {
        List<Integer> units = new ArrayList<>(List.of(spec.forward().get(0).inputs()));
        spec.forward().forEach(mapping -> units.add(mapping.outputs()));
        return units;
    }

    /** How layers cope without a clock; empty in lockstep. */
    public Optional<Recall> recall() {
        return spec.recall();
    }

    /** Presentations that a layer remembers without a clock; two in lockstep. */
    public int remembered() {
        return spec.recall().map(Recall::presentations).orElse(Presentation.SLOTS);
    }

    /** What its layers need in order to learn; empty in lockstep, where it always comes. */
    public Optional<Lessons> lessons() {
        return asynchrony.map(how -> Lessons.of(spec, how));
    }

    /** M, the number of layers, the output layer included. */
    public int depth() {
        return spec.depth();
    }

    /**
     * Of the arrays that a checkpoint has of a layer, wherever they live: W n_i × n_{i−1}, V n_{i−1} × n_i, D n_i × n_M, b
     * and c vectors.
     */
    public Map<String, int[]> shapes(int place) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        put(shapes, "W", "b", spec.forward().get(place - 1));
        if (spec.isAutoencoder()) {
            shapes.put("c", new int[] {spec.forward().get(0).inputs()});
            return shapes;
        }
        spec.feedback().get(place - 1).ifPresent(mapping -> {
            switch (spec.learning().rule().feedback()) {
                case LEARNED -> put(shapes, "V", "c", mapping);
                case DIRECT -> shapes.put("D", shape(mapping));
                default -> shapes.put("V", shape(mapping));
            }
        });
        return shapes;
    }

    private static void put(Map<String, int[]> shapes, String weights, String bias, MappingSpec mapping) {
        shapes.put(weights, shape(mapping));
        shapes.put(bias, new int[] {mapping.outputs()});
    }

    private static int[] shape(MappingSpec mapping) {
        return new int[] {mapping.outputs(), mapping.inputs()};
    }

    private static Blueprint blueprint(ExperimentConfig config) {
        NetworkConfig network = config.network();
        LearningConfig learning = config.learning();
        return new Blueprint(
                config.seed(),
                config.training().batch(),
                new Blueprint.Samples(learning.samples(), config.evaluation().samples()),
                network.hidden().stream().map(Assembly::hidden).toList(),
                links(config),
                Settings.outputLoss(network.output()),
                mappings(network.forwardWeights(), learning.forward()),
                feedback(network, learning),
                learning(learning, config.schedule()),
                Settings.decaying(learning.inputNoise()),
                averageDecay(config.evaluation()));
    }

    private static Blueprint.Hidden hidden(HiddenConfig layer) {
        return new Blueprint.Hidden(
                layer.units(),
                Settings.nonlinearity(layer.nonlinearity()),
                Settings.nonlinearity(layer.feedbackNonlinearity()));
    }

    private static List<LinkSpec> links(ExperimentConfig config) {
        int depth = config.network().hidden().size() + 1;
        return IntStream.rangeClosed(1, depth)
                .mapToObj(place -> new Links(
                                config.network().hidden(), config.links().link(place, depth), place)
                        .spec(config.evaluation()))
                .toList();
    }

    /** Feedback weights that never learn have nothing but their beginning. */
    private static Optional<Blueprint.Mappings> feedback(NetworkConfig network, LearningConfig learning) {
        if (learning.rule().hasFeedback() && !learning.rule().trainsFeedback()) {
            return Optional.of(Blueprint.Mappings.fixed(Settings.initialisation(network.feedbackWeights())));
        }
        return learning.feedback().map(feedback -> mappings(network.feedbackWeights(), feedback));
    }

    private static Blueprint.Mappings mappings(InitialConfig weights, MappingLearning learning) {
        return new Blueprint.Mappings(
                Settings.initialisation(weights),
                Settings.optimiser(learning.optimiser()),
                Settings.decaying(learning.rate()),
                learning.rateFactors(),
                Settings.coping(learning));
    }

    private static LearningSpec learning(LearningConfig learning, ScheduleConfig schedule) {
        return new LearningSpec(
                Settings.rule(learning),
                Settings.inverseLoss(learning.inverseLoss()),
                Settings.decaying(learning.noise()),
                learning.feedbackEvery(),
                learning.feedbackWhen() == LearningConfig.FeedbackWhen.AFTER_TARGET,
                schedule.order() == ScheduleConfig.Order.BOTTOM_UP,
                learning.feedbackUpdates());
    }

    private static double averageDecay(EvaluationConfig evaluation) {
        return evaluation.weights() == EvaluationConfig.Weights.AVERAGED ? evaluation.averageDecay() : 0;
    }
}
