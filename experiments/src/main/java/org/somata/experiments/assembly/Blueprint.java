package org.somata.experiments.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.somata.model.layers.Batches;
import org.somata.model.layers.LearningSpec;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.MappingSpec;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.layers.Rule;
import org.somata.model.learning.Coping;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Nonlinearity;

/**
 * A network in the model's terms but for the sizes of input and output: what a configuration comes to, and what a
 * program that uses Somata as a library hands over.
 *
 * @param batch examples of a minibatch of learning
 * @param samples draws of each example where bits are drawn, in learning and in evaluation
 * @param hidden layers from the bottom
 * @param links that of layer 1 to the input first, the output layer's last
 * @param forward how all f_i begin and learn
 * @param feedback how all g_i do, or how fixed feedback weights begin, if there are any
 * @param inputNoise σ of the noise on the inputs of learning
 * @param averageDecay of the running average of W and b that evaluation uses; 0 to evaluate the weights themselves
 */
public record Blueprint(
        long seed,
        int batch,
        Samples samples,
        List<Hidden> hidden,
        List<LinkSpec> links,
        OutputLoss loss,
        Mappings forward,
        Optional<Mappings> feedback,
        LearningSpec learning,
        Decaying inputNoise,
        double averageDecay) {
    public Blueprint {
        hidden = List.copyOf(hidden);
        links = List.copyOf(links);
    }

    /** How often the bits of an example are drawn. */
    public record Samples(int learning, int evaluation) {
        public static final Samples ONE = new Samples(1, 1);

        /** Examples of a minibatch of evaluation: fewer where each is drawn many times, so that matrices stay small. */
        int evaluationBatch() {
            return evaluation == 1
                    ? Assembly.EVALUATION_BATCH
                    : Math.max(1, Math.min(Assembly.EVALUATION_BATCH, ROWS_DRAWN / evaluation));
        }
    }

    private static final int ROWS_DRAWN = 2000;

    /** One hidden layer: s of its forward and of its feedback mapping. */
    public record Hidden(int units, Nonlinearity nonlinearity, Nonlinearity feedbackNonlinearity) {}

    /**
     * How forward mappings, or feedback mappings, begin and learn.
     *
     * @param rateFactors of that rate by layer number from 1; 1 for those not named
     * @param coping what they make of gradients that are stale
     */
    public record Mappings(
            Initialisation initialisation,
            Optimiser optimiser,
            Decaying rate,
            Map<Integer, Double> rateFactors,
            Coping coping) {
        /** Of mappings that learn from each gradient, however stale. */
        public Mappings(
                Initialisation initialisation, Optimiser optimiser, Decaying rate, Map<Integer, Double> rateFactors) {
            this(initialisation, optimiser, rate, rateFactors, Coping.NONE);
        }

        public Mappings {
            rateFactors = Map.copyOf(rateFactors);
        }

        /** Of weights that begin so, and never learn. */
        public static Mappings fixed(Initialisation initialisation) {
            return new Mappings(initialisation, new Optimiser.Sgd(0), Decaying.ZERO, Map.of());
        }

        private MappingSpec mapping(int place, int inputs, int outputs, Nonlinearity s) {
            Decaying own = rate.times(rateFactors.getOrDefault(place, 1.0));
            return new MappingSpec(inputs, outputs, s, initialisation, optimiser, own, coping);
        }
    }

    /** The layers for inputs of {@code features} numbers, and as many outputs as there are classes. */
    NetworkSpec spec(int features, int classes) {
        List<MappingSpec> up = new ArrayList<>();
        List<Optional<MappingSpec>> down = new ArrayList<>();
        int below = features;
        for (int place = 1; place <= hidden.size(); place++) {
            Hidden layer = hidden.get(place - 1);
            up.add(forward.mapping(place, below, layer.units(), layer.nonlinearity()));
            down.add(feedback(place, below, layer.units(), classes, layer.feedbackNonlinearity()));
            below = layer.units();
        }
        up.add(forward.mapping(hidden.size() + 1, below, classes, Nonlinearity.LINEAR));
        down.add(feedback(hidden.size() + 1, below, classes, classes, Nonlinearity.LINEAR));
        Batches batches = new Batches(batch, samples.evaluationBatch(), samples.learning(), samples.evaluation());
        return new NetworkSpec(seed, up, down, links, loss, learning, batches, averageDecay);
    }

    /**
     * The auto-encoder of inputs of {@code features} numbers: its one hidden layer, and g with the transposed weights,
     * whose bias learns as the forward mapping does.
     */
    NetworkSpec autoencoder(int features) {
        if (hidden.size() != 1) {
            throw new IllegalArgumentException(
                    "an auto-encoder has one hidden layer, not " + hidden.size() + "; give one in network.layers");
        }
        Hidden only = hidden.get(0);
        MappingSpec up = forward.mapping(1, features, only.units(), only.nonlinearity());
        MappingSpec down = new MappingSpec(
                only.units(),
                features,
                only.feedbackNonlinearity(),
                new Initialisation.Zero(),
                up.optimiser(),
                up.rate());
        Batches batches = new Batches(batch, samples.evaluationBatch());
        List<LinkSpec> input = List.of(LinkSpec.REAL);
        return new NetworkSpec(
                seed, List.of(up), List.of(Optional.of(down)), input, loss, learning, batches, averageDecay);
    }

    /** From n_i to n_{i−1} numbers; what hears the output directly, from n_M to n_i. */
    private Optional<MappingSpec> feedback(int place, int below, int units, int classes, Nonlinearity s) {
        Rule.Feedback kind = learning.rule().feedback();
        boolean direct = kind == Rule.Feedback.DIRECT;
        return kind.isAt(place, hidden.size() + 1)
                ? feedback.map(g -> g.mapping(place, direct ? classes : units, direct ? units : below, s))
                : Optional.empty();
    }
}
