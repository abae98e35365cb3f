package org.somata.actors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.somata.model.Examples;
import org.somata.model.layers.Batches;
import org.somata.model.layers.InverseLoss;
import org.somata.model.layers.Layer;
import org.somata.model.layers.LearningSpec;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.MappingSpec;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.layers.Rule;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.OutputLoss;
import org.somata.model.network.Feed;
import org.somata.model.network.Lockstep;
import org.somata.model.network.Pass;
import org.somata.model.network.SequentialNetwork;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.signals.Presentation.Purpose;

/** A small network to be tried: 5 inputs, hidden layers of the given widths, 3 classes; passes of 4 and a last 2. */
record Specimen(
        List<Integer> hidden,
        LearningSpec learning,
        double averageDecay,
        double inputNoise,
        Kernels kernels,
        Map<Integer, LinkSpec> links,
        Batches batches) {
    static final int FEATURES = 5;
    static final int CLASSES = 3;
    static final int SEED = 11;
    static final Batches BATCHES = new Batches(4, 7);
    /** Presentations in a pass over all of {@link #EXAMPLES}: an odd number, so that the buffers' parity shifts. */
    static final int PRESENTATIONS = 5;

    static final Examples EXAMPLES = new SyntheticExamples(18, FEATURES, CLASSES);

    static Specimen of(Rule rule, Integer... hidden) {
        return new Specimen(List.of(hidden), learning(rule), 0, 0, Backend.fused(), Map.of(), BATCHES);
    }

    /** No hidden layers below an output: the one layer rebuilds its input. */
    static Specimen autoencoder(Rule rule) {
        return of(rule);
    }

    static Specimen differenceTargetPropagation(Integer... hidden) {
        return of(new DifferenceTargetPropagation(0.5), hidden);
    }

    /** Two calls of the update kernel a step in every layer: W and b. */
    static Specimen backpropagation(Integer... hidden) {
        return of(new Backpropagation(), hidden);
    }

    private static LearningSpec learning(Rule rule) {
        return new LearningSpec(rule, InverseLoss.OF_ACTIVATION, Decaying.constant(0.1), 1, false, false);
    }

    Specimen bottomUp() {
        return with(new LearningSpec(
                learning.rule(),
                learning.inverseLoss(),
                learning.noise(),
                learning.feedbackEvery(),
                learning.feedbackAfterTarget(),
                true));
    }

    Specimen feedbackAfterTarget(InverseLoss loss) {
        return with(new LearningSpec(
                learning.rule(), loss, learning.noise(), learning.feedbackEvery(), true, learning.bottomUp()));
    }

    Specimen feedbackEvery(int presentations) {
        return with(new LearningSpec(
                learning.rule(),
                learning.inverseLoss(),
                learning.noise(),
                presentations,
                learning.feedbackAfterTarget(),
                learning.bottomUp()));
    }

    private Specimen with(LearningSpec other) {
        return new Specimen(hidden, other, averageDecay, inputNoise, kernels, links, batches);
    }

    Specimen averaged() {
        return new Specimen(hidden, learning, 0.9, inputNoise, kernels, links, batches);
    }

    Specimen noisyInputs() {
        return new Specimen(hidden, learning, averageDecay, 0.3, kernels, links, batches);
    }

    Specimen on(Kernels others) {
        return new Specimen(hidden, learning, averageDecay, inputNoise, others, links, batches);
    }

    /** With this link between the layer at {@code place} and the one below it. */
    Specimen link(int place, LinkSpec link) {
        Map<Integer, LinkSpec> more = new HashMap<>(links);
        more.put(place, link);
        return new Specimen(hidden, learning, averageDecay, inputNoise, kernels, more, batches);
    }

    /** With so many draws of each example where bits are drawn. */
    Specimen samples(int inLearning, int inEvaluation) {
        Batches more = new Batches(BATCHES.learning(), BATCHES.evaluation(), inLearning, inEvaluation);
        return new Specimen(hidden, learning, averageDecay, inputNoise, kernels, links, more);
    }

    /** M. */
    int depth() {
        return hidden.size() + 1;
    }

    /** n_i for i = 0 … M. */
    int width(int place) {
        if (place == 0) {
            return FEATURES;
        }
        return place == depth() ? CLASSES : hidden.get(place - 1);
    }

    Lockstep schedule() {
        return new Lockstep(spec());
    }

    List<Layer> layers() {
        return layers(Map.of());
    }

    /** Layers, some of which, by their places, compute with other kernels. */
    List<Layer> layers(Map<Integer, Kernels> others) {
        List<Layer> layers = new ArrayList<>(spec().build(kernels));
        others.forEach((place, own) -> layers.set(place - 1, spec().build(own).get(place - 1)));
        return layers;
    }

    NetworkSpec spec() {
        List<MappingSpec> forward = new ArrayList<>();
        List<Optional<MappingSpec>> feedback = new ArrayList<>();
        for (int place = 1; place <= depth(); place++) {
            forward.add(mapping(width(place - 1), width(place), new Optimiser.CentredRmsprop(0.9, 0.9, 1e-3)));
        }
        List<LinkSpec> all = new ArrayList<>();
        for (int place = 1; place <= depth(); place++) {
            feedback.add(feedback(place));
            all.add(links.getOrDefault(place, LinkSpec.REAL));
        }
        return new NetworkSpec(
                SEED, forward, feedback, all, OutputLoss.SOFTMAX_CROSS_ENTROPY, learning, batches, averageDecay);
    }

    private Optional<MappingSpec> feedback(int place) {
        Rule.Feedback kind = learning.rule().feedback();
        boolean direct = kind == Rule.Feedback.DIRECT;
        int inputs = direct ? CLASSES : width(place);
        int outputs = direct ? width(place) : width(place - 1);
        return depth() == 1 || kind.isAt(place, depth())
                ? Optional.of(mapping(inputs, outputs, new Optimiser.Sgd(0.5)))
                : Optional.empty();
    }

    private static MappingSpec mapping(int inputs, int outputs, Optimiser optimiser) {
        return new MappingSpec(
                inputs, outputs, Nonlinearity.TANH, new Initialisation.Uniform(1), optimiser, Decaying.constant(0.01));
    }

    SequentialNetwork sequential() {
        return new SequentialNetwork(layers(), schedule(), batches, Decaying.constant(inputNoise), SEED);
    }

    ActorNetwork actors(int threads) {
        return actors(threads, layers());
    }

    ActorNetwork actors(int threads, List<Layer> layers) {
        return new ActorNetwork(layers, schedule(), batches, Decaying.constant(inputNoise), SEED, threads);
    }

    ActorNetwork actors(int threads, MessageListener listener) {
        return new ActorNetwork(layers(), schedule(), batches, Decaying.constant(inputNoise), SEED, threads, listener);
    }

    ActorNetwork.Parts parts(List<Layer> layers, Consumer<Throwable> downfall) {
        return new ActorNetwork.Parts(
                layers,
                schedule(),
                Feed.to(layers.get(0), batches, Decaying.constant(inputNoise), SEED, false),
                Feed.to(layers.get(0), batches, Decaying.ZERO, SEED, true),
                batches,
                MessageListener.NONE,
                Tempo.LOCKSTEP,
                downfall);
    }

    /** A pass over {@code examples}, in an order of its own for each {@code number} of a pass from 0. */
    static Pass pass(Purpose purpose, int number, Examples examples) {
        int count = examples.count();
        int[] order = IntStream.range(0, count)
                .map(index -> (5 * index + number) % count)
                .toArray();
        return new Pass(purpose, examples, order, BATCHES.learning(), (long) number * PRESENTATIONS, 100, number);
    }

    static Pass pass(Purpose purpose, int number) {
        return pass(purpose, number, EXAMPLES);
    }
}
