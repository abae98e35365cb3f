package org.somata.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.somata.model.layers.Batches;
import org.somata.model.layers.InverseLoss;
import org.somata.model.layers.LearningSpec;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.MappingSpec;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.layers.Recall;
import org.somata.model.layers.Rule;
import org.somata.model.learning.Coping;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.DifferenceTargetPropagation;

/**
 * Builds networks for tests: tanh both ways, orthogonal weights, softmax outputs, difference target propagation without
 * noise by plain gradient descent in minibatches of 10, unless told otherwise.
 */
public final class Networks {
    private final int[] widths;
    private long seed = 1;
    private Rule rule = new DifferenceTargetPropagation(1);
    private Nonlinearity nonlinearity = Nonlinearity.TANH;
    private Nonlinearity feedbackNonlinearity = Nonlinearity.TANH;
    private Initialisation initialisation = new Initialisation.Orthogonal(1);
    private Optimiser optimiser = new Optimiser.Sgd(0);
    private double rate = 0.1;
    private double feedbackRate = 0.1;
    private OutputLoss loss = OutputLoss.SOFTMAX_CROSS_ENTROPY;
    private InverseLoss inverseLoss = InverseLoss.OF_ACTIVATION;
    private Decaying noise = Decaying.ZERO;
    private int feedbackEvery = 1;
    private int feedbackUpdates = 1;
    private Coping coping = Coping.NONE;
    private Coping feedbackCoping = Coping.NONE;
    private boolean feedbackAfterTarget;
    private boolean bottomUp;
    private int batch = 10;
    private double averageDecay;
    private int samples = 1;
    private Optional<Recall> recall = Optional.empty();
    private final Map<Integer, LinkSpec> links = new HashMap<>();
    private final Map<Integer, Double> rates = new HashMap<>();

    private Networks(int... widths) {
        this.widths = widths;
    }

    /** @param widths n_0 … n_M, the inputs first; n_0 and n_1 alone are those of an auto-encoder */
    public static Networks of(int... widths) {
        return new Networks(widths);
    }

    public Networks seed(long value) {
        seed = value;
        return this;
    }

    public Networks rule(Rule value) {
        rule = value;
        return this;
    }

    /** s of the forward mappings and of the feedback mappings. */
    public Networks nonlinearities(Nonlinearity forward, Nonlinearity feedback) {
        nonlinearity = forward;
        feedbackNonlinearity = feedback;
        return this;
    }

    public Networks initialisation(Initialisation value) {
        initialisation = value;
        return this;
    }

    public Networks optimiser(Optimiser value) {
        optimiser = value;
        return this;
    }

    /** η_f and η_v. */
    public Networks rates(double forward, double feedback) {
        rate = forward;
        feedbackRate = feedback;
        return this;
    }

    /** η_f of one layer. */
    public Networks rateOf(int place, double forward) {
        rates.put(place, forward);
        return this;
    }

    public Networks loss(OutputLoss value) {
        loss = value;
        return this;
    }

    /** σ of the inverse loss. */
    public Networks noise(double value) {
        return noise(Decaying.constant(value));
    }

    public Networks noise(Decaying value) {
        noise = value;
        return this;
    }

    /** Eq. 17, for which V learns after the target. */
    public Networks inverseLossOfTarget() {
        inverseLoss = InverseLoss.OF_TARGET;
        return feedbackAfterTarget();
    }

    public Networks feedbackEvery(int value) {
        feedbackEvery = value;
        return this;
    }

    /** How often V learns on each presentation. */
    public Networks feedbackUpdates(int value) {
        feedbackUpdates = value;
        return this;
    }

    /** What W and V make of stale gradients. */
    public Networks coping(Coping forward, Coping feedback) {
        coping = forward;
        feedbackCoping = feedback;
        return this;
    }

    public Networks feedbackAfterTarget() {
        feedbackAfterTarget = true;
        return this;
    }

    public Networks bottomUp(boolean value) {
        bottomUp = value;
        return this;
    }

    public Networks batch(int value) {
        batch = value;
        return this;
    }

    public Networks averageDecay(double value) {
        averageDecay = value;
        return this;
    }

    /** The link between the layer at {@code place} and the one below it; real unless told. */
    public Networks link(int place, LinkSpec value) {
        links.put(place, value);
        return this;
    }

    /** Without a clock. */
    public Networks recall(Recall value) {
        recall = Optional.of(value);
        return this;
    }

    /** Draws of each example, in learning and in evaluation. */
    public Networks samples(int value) {
        samples = value;
        return this;
    }

    public NetworkSpec spec() {
        List<MappingSpec> forward = new ArrayList<>();
        List<Optional<MappingSpec>> feedback = new ArrayList<>();
        List<LinkSpec> all = new ArrayList<>();
        for (int place = 1; place < widths.length; place++) {
            forward.add(
                    mapping(widths[place - 1], widths[place], nonlinearity, rates.getOrDefault(place, rate), coping));
            feedback.add(feedback(place));
            all.add(links.getOrDefault(place, LinkSpec.REAL));
        }
        LearningSpec learning = new LearningSpec(
                rule, inverseLoss, noise, feedbackEvery, feedbackAfterTarget, bottomUp, feedbackUpdates);
        Batches batches = new Batches(batch, batch, samples, samples);
        return new NetworkSpec(seed, forward, feedback, all, loss, learning, batches, averageDecay, recall);
    }

    private Optional<MappingSpec> feedback(int place) {
        int top = widths.length - 1;
        if (top == 1) {
            return Optional.of(mapping(widths[1], widths[0], feedbackNonlinearity, rate, feedbackCoping));
        }
        boolean direct = rule.feedback() == Rule.Feedback.DIRECT;
        int inputs = widths[direct ? top : place];
        int outputs = widths[direct ? place : place - 1];
        return rule.feedback().isAt(place, top)
                ? Optional.of(mapping(inputs, outputs, feedbackNonlinearity, feedbackRate, feedbackCoping))
                : Optional.empty();
    }

    private MappingSpec mapping(int inputs, int outputs, Nonlinearity s, double eta, Coping stale) {
        return new MappingSpec(inputs, outputs, s, initialisation, optimiser, Decaying.constant(eta), stale);
    }

    public Taught on(Kernels kernels) {
        return new Taught(spec(), kernels);
    }

    public Taught fused() {
        return on(Backend.fused());
    }

    public Taught doublePrecision() {
        return on(Backend.doublePrecision());
    }
}
