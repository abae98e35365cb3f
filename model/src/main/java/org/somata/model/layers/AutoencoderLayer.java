package org.somata.model.layers;

import java.util.Map;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Chance.Purpose;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Update;

/**
 * The auto-encoder of section 3.4, a network of one layer: f makes the code h of its input x, g with the transposed
 * weights rebuilds x of it, and nobody tells the layer anything but x. It owns W (n × n_0), b (n) and c (n_0).
 */
public final class AutoencoderLayer extends Layer {
    private final LearningSpec learning;
    private final AutoencoderRule rule;
    private final TiedMapping feedback;
    private final Buffer evaluated;
    private final Matrix ownSums;
    private final long seed;

    AutoencoderLayer(Wiring wiring, LearningSpec learning, Mapping forward, TiedMapping feedback) {
        super(wiring, forward, false);
        this.learning = learning;
        this.rule = learning.rule().autoencoder().orElseThrow();
        this.feedback = feedback;
        this.evaluated = new Buffer(kernels(), wiring.batches().evaluation(), forward.inputs());
        this.ownSums = kernels().state(1, forward.outputs());
        this.seed = wiring.seed();
    }

    @Override
    void act(MessageKind kind, Presentation presentation, Signal signal, Outbox out) {
        if (kind != MessageKind.ACTIVATION) {
            throw unexpected(kind, presentation);
        }
        LayerMemory memory = hear(presentation, signal, out);
        if (presentation.purpose() == Presentation.Purpose.EVALUATE) {
            evaluate(memory, out);
            return;
        }
        out.setAside(() -> {
            // the half of alternating epochs that trains V alone has nothing to do here
            if (presentation.purpose().sendsCredit()) {
                learn(memory, out);
            }
            out.report(new Report.Completed(presentation));
        });
    }

    /** Noise off: z = g(f(x)), to be judged by ‖z − x‖². */
    private void evaluate(LayerMemory memory, Outbox out) {
        Matrix rebuilt = evaluated.rows(memory.presentation().examples());
        forward().applyAveraged(memory.input(), memory.activation());
        feedback.applyAveraged(memory.activation(), rebuilt);
        double cost = kernels()
                .distanceGradient(Nonlinearity.LINEAR, rebuilt, memory.input(), 1, rebuilt, feedback.biasGradient());
        out.report(new Report.Evaluated(memory.presentation(), cost, Double.NaN));
    }

    /**
     * Eqs. 37–39: h = f(x), z = g(h+ε), and the gradients of L_g = ‖z − x‖², h held constant, and of the rule's loss on
     * f(x+ε′), all taken at the same weights; then one update of each array.
     */
    private void learn(LayerMemory memory, Outbox out) {
        Presentation presentation = memory.presentation();
        int examples = presentation.examples();
        double deviation = learning.noise().at(presentation.moment());
        forward().apply(memory.input(), memory.activation());
        Matrix noisyCode = ownScratch(0, examples);
        kernels().addNoise(memory.activation(), deviation, key(Purpose.CODE_NOISE), noisyCode);
        feedback.apply(noisyCode, memory.reconstruction());
        Matrix delta = belowScratch(0, examples);
        double distance = kernels()
                .distanceGradient(
                        feedback.nonlinearity(),
                        memory.reconstruction(),
                        memory.input(),
                        2.0 / examples,
                        delta,
                        feedback.biasGradient());
        feedback.takeGradient(delta, noisyCode);
        Matrix noisyInput = belowScratch(1, examples);
        kernels().addNoise(memory.input(), deviation, key(Purpose.CONTRACTION_NOISE), noisyInput);
        double codeLoss = rule.codeGradient(this, memory, noisyInput, delta);
        if (presentation.purpose().learnsForward()) {
            descend(memory, distance / examples, codeLoss, out);
        }
    }

    private long key(Purpose purpose) {
        return Chance.key(seed, purpose, place(), forward().version());
    }

    private void descend(LayerMemory memory, double rebuiltLoss, double codeLoss, Outbox out) {
        long staleness = forward().version() - memory.versions().forward();
        tally().add(Tally.STALENESS, staleness);
        double change = forward().descend(memory.presentation().moment());
        double changeOfBias = feedback.descend(memory.presentation().moment());
        tally().add(Tally.UPDATE_NORM, change);
        tally().add(Tally.TARGET_LOSS, codeLoss);
        tally().add(Tally.INVERSE_LOSS, rebuiltLoss);
        tally().add(OutputLayer.TRAINING_COST, rebuiltLoss);
        out.updated(new Update(
                memory.presentation(), place(), false, forward().version(), staleness, rebuiltLoss + codeLoss, change));
        requireFinite(rebuiltLoss + codeLoss, "the reconstruction loss", memory, out);
        requireFinite(change + changeOfBias, "the update of W", memory, out);
    }

    /** g. */
    public TiedMapping feedback() {
        return feedback;
    }

    /** A row of n numbers that nobody keeps. */
    public Matrix ownSums() {
        return ownSums;
    }

    @Override
    public Map<String, Matrix> arrays() {
        Map<String, Matrix> arrays = super.arrays();
        feedback.collect(arrays);
        return arrays;
    }

    @Override
    public void beginAverages() {
        super.beginAverages();
        feedback.beginAverage();
    }
}
