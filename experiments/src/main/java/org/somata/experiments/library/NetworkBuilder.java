package org.somata.experiments.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.somata.actors.MessageListener;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.assembly.Blueprint;
import org.somata.experiments.assembly.Engine;
import org.somata.model.layers.InverseLoss;
import org.somata.model.layers.LearningSpec;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.Rule;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Nonlinearity;

/**
 * A network on the way: at least one hidden layer, a rule and what W learns by must be given, and what V learns by if
 * the rule trains it. All else is as an experiment file has it by default, and minibatches have 100 examples.
 */
public final class NetworkBuilder {
    private final int inputs;
    private final int classes;
    private final List<Blueprint.Hidden> hidden = new ArrayList<>();
    private final MappingsBuilder forward = new MappingsBuilder("forward");
    private final MappingsBuilder feedback = new MappingsBuilder("feedback");
    private final LinksBuilder links = new LinksBuilder();
    private Blueprint.Samples samples = Blueprint.Samples.ONE;
    private OutputLoss loss = OutputLoss.SOFTMAX_CROSS_ENTROPY;
    private Optional<Rule> rule = Optional.empty();
    private Decaying noise = Decaying.ZERO;
    private Decaying inputNoise = Decaying.ZERO;
    private InverseLoss inverseLoss = InverseLoss.OF_ACTIVATION;
    private boolean feedbackAfterTarget;
    private int feedbackEvery = 1;
    private boolean bottomUp;
    private double averageDecay;
    private long seed = 1;
    private int batch = 100;
    private boolean shuffle = true;
    private Supplier<Kernels> kernels = Backend::fused;
    private Engine engine = Engine.actors(Runtime.getRuntime().availableProcessors());
    private MessageListener listener = MessageListener.NONE;

    NetworkBuilder(int inputs, int classes) {
        require(inputs >= 1 && classes >= 1, inputs + " inputs and " + classes + " classes; give at least 1 of each");
        this.inputs = inputs;
        this.classes = classes;
    }

    /** A hidden layer above those before, tanh in both directions. */
    public NetworkBuilder hidden(int units) {
        return hidden(units, 1);
    }

    /** {@code count} hidden layers alike, tanh in both directions. */
    public NetworkBuilder hidden(int units, int count) {
        return hidden(units, count, Nonlinearity.TANH, Nonlinearity.TANH);
    }

    /** {@code count} hidden layers alike; s_i of their forward mappings f_i, and of their feedback mappings g_i. */
    public NetworkBuilder hidden(int units, int count, Nonlinearity ofForward, Nonlinearity ofFeedback) {
        require(units >= 1 && count >= 1, count + " hidden layers of " + units + " units; give at least 1 of each");
        hidden.addAll(Collections.nCopies(count, new Blueprint.Hidden(units, ofForward, ofFeedback)));
        return this;
    }

    /** The output's loss, and with it its nonlinearity; softmax and cross-entropy unless told. */
    public NetworkBuilder output(OutputLoss other) {
        loss = other;
        return this;
    }

    /** What crosses the link between the layer at {@code place}, from 1, and the one below it; real values unless told. */
    public NetworkBuilder link(int place, LinkSpec link) {
        links.link(place, link);
        return this;
    }

    /** How often bits of an example are drawn: for the likelihood that is learned, and for outputs to be averaged. */
    public NetworkBuilder samples(int inLearning, int inEvaluation) {
        require(
                inLearning >= 1 && inEvaluation >= 1,
                inLearning + " and " + inEvaluation + " samples; give at least 1 of each");
        samples = new Blueprint.Samples(inLearning, inEvaluation);
        return this;
    }

    /** How W_i and V_i begin; orthogonal unless told. */
    public NetworkBuilder weights(Initialisation ofForward, Initialisation ofFeedback) {
        forward.begin(ofForward);
        feedback.begin(ofFeedback);
        return this;
    }

    /** The learning rule: one of {@code org.somata.model.rules}, or the program's own. */
    public NetworkBuilder rule(Rule chosen) {
        rule = Optional.of(chosen);
        return this;
    }

    /** How W and b learn; the rate is above 0. */
    public NetworkBuilder forward(Optimiser optimiser, double rate) {
        return forward(optimiser, Decaying.constant(rate));
    }

    /** How W and b learn, at a rate that falls. */
    public NetworkBuilder forward(Optimiser optimiser, Decaying rate) {
        forward.learn(optimiser, rate);
        return this;
    }

    /** How V and c learn, under a rule that trains them; the rate is above 0. */
    public NetworkBuilder feedback(Optimiser optimiser, double rate) {
        return feedback(optimiser, Decaying.constant(rate));
    }

    /** How V and c learn, at a rate that falls. */
    public NetworkBuilder feedback(Optimiser optimiser, Decaying rate) {
        feedback.learn(optimiser, rate);
        return this;
    }

    /** A factor, from 0, of the forward rate of one layer. */
    public NetworkBuilder forwardRateFactor(int place, double factor) {
        forward.factor(place, factor);
        return this;
    }

    /** A factor, from 0, of the feedback rate of one layer. */
    public NetworkBuilder feedbackRateFactor(int place, double factor) {
        feedback.factor(place, factor);
        return this;
    }

    /** σ of the noise ε in the inverse loss; 0 unless told. */
    public NetworkBuilder noise(double deviation) {
        return noise(Decaying.constant(deviation));
    }

    /** σ of the noise ε in the inverse loss, falling. */
    public NetworkBuilder noise(Decaying deviation) {
        noise = notNegative("noise", deviation);
        return this;
    }

    /** σ of Gaussian noise on the inputs of learning; 0 unless told. */
    public NetworkBuilder inputNoise(double deviation) {
        inputNoise = notNegative("input noise", Decaying.constant(deviation));
        return this;
    }

    private static Decaying notNegative(String what, Decaying deviation) {
        require(deviation.value() >= 0, what + " of " + deviation.value() + "; give 0 or more");
        return deviation;
    }

    /** What V learns: Eq. 32 unless told. Eq. 17 needs the target, and so has V learn after it. */
    public NetworkBuilder inverseLoss(InverseLoss other) {
        inverseLoss = other;
        return this;
    }

    /** V learns once the target has been passed on, rather than on the activation. */
    public NetworkBuilder feedbackAfterTarget() {
        feedbackAfterTarget = true;
        return this;
    }

    /** V learns on every so many minibatches. */
    public NetworkBuilder feedbackEvery(int minibatches) {
        require(minibatches >= 1, "feedback every " + minibatches + " minibatches; give 1 or more");
        feedbackEvery = minibatches;
        return this;
    }

    /** Layers learn one at a time from the bottom, each from its input computed anew. */
    public NetworkBuilder bottomUp() {
        bottomUp = true;
        return this;
    }

    /** Evaluates a decaying average of W and b instead of their present values; 0 &lt; decay &lt; 1. */
    public NetworkBuilder averaged(double decay) {
        require(decay > 0 && decay < 1, "an average of decay " + decay + "; give one between 0 and 1");
        averageDecay = decay;
        return this;
    }

    /** Decides everything that is left to chance; 1 unless told. */
    public NetworkBuilder seed(long other) {
        seed = other;
        return this;
    }

    /** Examples of a minibatch. */
    public NetworkBuilder batch(int examples) {
        require(examples >= 1, "minibatches of " + examples + " examples; give 1 or more");
        batch = examples;
        return this;
    }

    /** Every epoch goes through the examples in their own order. */
    public NetworkBuilder unshuffled() {
        shuffle = false;
        return this;
    }

    /** What computes; {@link Backend#fused} unless told. */
    public NetworkBuilder kernels(Kernels other) {
        kernels = () -> other;
        return this;
    }

    /** Threads that the layers' actors share, all cores unless told; the numbers do not depend on it. */
    public NetworkBuilder threads(int count) {
        require(count >= 1, count + " threads; give 1 or more");
        engine = Engine.actors(count);
        return this;
    }

    /** A plain loop on the caller's thread drives the layers instead of actors, to the same numbers. */
    public NetworkBuilder loop() {
        engine = Engine.loop();
        return this;
    }

    /** Hears of every message between the actors: see {@link MessageListener}. */
    public NetworkBuilder listen(MessageListener other) {
        listener = other;
        return this;
    }

    /**
     * Makes the layers and what drives them.
     *
     * @throws IllegalStateException if something is missing or contradicts something else; it says what to give
     */
    public LearningNetwork build() {
        if (!engine.actors() && listener != MessageListener.NONE) {
            throw new IllegalStateException("the loop sends no messages to listen to; leave out loop() or listen(…)");
        }
        Assembly assembly = assembly();
        return new LearningNetwork(
                assembly,
                engine.actors() ? assembly.actors(engine.threads(), listener) : assembly.network(engine),
                new LearningNetwork.Lessons(inputs, classes, seed, batch, shuffle));
    }

    private Assembly assembly() {
        try {
            return Assembly.of(blueprint(), kernels.get(), inputs, classes);
        } catch (IllegalArgumentException contradiction) {
            throw new IllegalStateException(contradiction.getMessage(), contradiction);
        }
    }

    private Blueprint blueprint() {
        int depth = hidden.size() + 1;
        if (hidden.isEmpty()) {
            throw new IllegalStateException("no hidden layer; give hidden(units)");
        }
        Rule chosen = rule.orElseThrow(() -> new IllegalStateException("no learning rule; give rule(…)"));
        Optional<Blueprint.Mappings> down = switch (chosen.feedback()) {
            case NONE -> Optional.empty();
            case LEARNED ->
                Optional.of(feedback.build(
                        2, depth - 1, "V, which " + chosen.getClass().getSimpleName() + " trains,"));
            case FIXED, DIRECT -> Optional.of(feedback.fixed());
        };
        boolean afterTarget = feedbackAfterTarget || inverseLoss == InverseLoss.OF_TARGET;
        return new Blueprint(
                seed,
                batch,
                samples,
                hidden,
                links.build(depth),
                loss,
                forward.build(1, depth, "W"),
                down,
                new LearningSpec(chosen, inverseLoss, noise, feedbackEvery, afterTarget, bottomUp),
                inputNoise,
                averageDecay);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
