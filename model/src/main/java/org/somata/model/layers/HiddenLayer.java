package org.somata.model.layers;

import java.util.Map;
import java.util.Optional;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Chance.Purpose;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;

/**
 * A hidden layer: activations pass through it upwards, credit downwards, and it learns W_i (and V_i, where it has a
 * feedback mapping) from its own losses as its rule says.
 */
public final class HiddenLayer extends Layer {
    private final LearningSpec learning;
    private final Optional<Mapping> feedback;
    private final long seed;

    HiddenLayer(
            int place,
            Kernels kernels,
            LearningSpec learning,
            Mapping forward,
            Optional<Mapping> feedback,
            Batches batches,
            long seed) {
        super(place, kernels, forward, batches);
        this.learning = learning;
        this.feedback = feedback;
        this.seed = seed;
    }

    @Override
    public void handle(MessageKind kind, Presentation presentation, Signal signal, Outbox out) {
        switch (kind) {
            case ACTIVATION -> activation(presentation, real(signal), out);
            case TARGET, GRADIENT -> credit(kind, presentation, real(signal), out);
            case REFRESH -> {
                Memory memory = remembered(kind, presentation);
                hearAgain(memory, real(signal));
                learnInTurn(memory, out);
            }
            case CONTROL -> passOn(presentation, out);
            default -> throw unexpected(kind, presentation);
        }
    }

    /** Eq. 1, then whatever can be learned and computed before the credit comes. */
    private void activation(Presentation presentation, Matrix input, Outbox out) {
        Memory memory = memory(presentation);
        memory.begin(presentation, input, forward().version());
        if (presentation.purpose() == Presentation.Purpose.EVALUATE) {
            forward().applyAveraged(input, memory.activation());
        } else {
            forward().apply(input, memory.activation());
        }
        send(out, MessageKind.ACTIVATION, place() + 1, presentation, memory.activation());
        if (feedback.isPresent() && presentation.purpose() != Presentation.Purpose.EVALUATE) {
            out.setAside(() -> beforeCredit(memory, out));
        }
    }

    private void beforeCredit(Memory memory, Outbox out) {
        if (!learning.feedbackAfterTarget()) {
            learnFeedback(memory, out);
        }
        if (memory.presentation().purpose().sendsCredit()) {
            learning.rule().prepare(this, memory);
        }
    }

    /** Credit first goes on to the layer below; then this layer learns from it, or waits for its turn. */
    private void credit(MessageKind kind, Presentation presentation, Matrix heard, Outbox out) {
        if (kind != learning.rule().credit()) {
            throw unexpected(kind, presentation);
        }
        Memory memory = remembered(kind, presentation);
        memory.credit(heard);
        boolean first = learning.rule().gradientFirst();
        double early = first ? lossGradient(memory) : Double.NaN;
        if (place() > 1) {
            learning.rule().creditBelow(this, memory, memory.creditBelow());
            send(out, kind, place() - 1, presentation, memory.creditBelow());
        }
        if (!learning.bottomUp()) {
            out.setAside(() -> {
                learn(memory, first ? early : lossGradient(memory), out);
                complete(presentation, out);
            });
        } else if (place() == 1) {
            learnInTurn(memory, out);
        }
    }

    /** Bottom-up order: learn, then let the layer above hear the activation that follows. */
    private void learnInTurn(Memory memory, Outbox out) {
        learn(memory, lossGradient(memory), out);
        hearAgain(memory, memory.input());
        send(out, MessageKind.REFRESH, place() + 1, memory.presentation(), memory.activation());
    }

    /** The activation that follows from an input, or from weights, that have changed since it went up. */
    private void hearAgain(Memory memory, Matrix input) {
        memory.refresh(input);
        forward().apply(input, memory.activation());
    }

    private double lossGradient(Memory memory) {
        return learning.rule()
                .lossGradient(this, memory, delta(memory), forward().biasGradient());
    }

    /** Where the gradient of the layer's loss by its preactivations is, from when it is computed until it is learned from. */
    public Matrix delta(Memory memory) {
        return ownScratch(0, memory.presentation().examples());
    }

    private void learn(Memory memory, double loss, Outbox out) {
        learnForward(memory, delta(memory), loss, out);
        if (learning.feedbackAfterTarget()) {
            learnFeedback(memory, out);
        }
    }

    /** The inverse loss on every k-th presentation that trains V. */
    private void learnFeedback(Memory memory, Outbox out) {
        Presentation presentation = memory.presentation();
        if (!presentation.purpose().learnsFeedback()
                || feedback.isEmpty()
                || !learning.rule().learnsFeedback()) {
            return;
        }
        if ((presentation.number() - 1) % learning.feedbackEvery() != 0) {
            return;
        }
        Mapping g = feedback.get();
        long key = Chance.key(seed, Purpose.FEEDBACK_NOISE, place(), g.version());
        double deviation = learning.noise().at(presentation.moment());
        double loss = learning.inverseLoss().gradient(this, memory, deviation, key);
        double change = g.descend(presentation.moment());
        tally().add(Tally.INVERSE_LOSS, loss);
        requireFinite(change + loss, "the update of V", memory, out);
    }

    /** A presentation without targets is over for the layers above; once this one has acted, it is for the one below. */
    private void passOn(Presentation presentation, Outbox out) {
        if (place() > 1) {
            send(out, MessageKind.CONTROL, place() - 1, presentation, new Signal.Empty(presentation.examples()));
        }
        complete(presentation, out);
    }

    private void complete(Presentation presentation, Outbox out) {
        if (place() == 1) {
            out.report(new Report.Completed(presentation));
        }
    }

    /** g_i; layer 1 has none, nor has any layer of a rule without. */
    public Mapping feedback() {
        return feedback.orElseThrow(() -> new IllegalStateException("layer " + place() + " has no feedback mapping"));
    }

    /** The rule it learns by. */
    public Rule rule() {
        return learning.rule();
    }

    public boolean hasFeedback() {
        return feedback.isPresent();
    }

    /** A row of n_i numbers that nobody keeps. */
    Matrix ownSums() {
        return forward().biasGradient();
    }

    @Override
    public Map<String, Matrix> arrays() {
        Map<String, Matrix> arrays = super.arrays();
        feedback.ifPresent(g -> g.collect(arrays));
        return arrays;
    }

    @Override
    public Versions versions() {
        return new Versions(forward().version(), feedback.map(Mapping::version).orElse(0L));
    }

    @Override
    public void restore(Versions versions) {
        super.restore(versions);
        feedback.ifPresent(g -> g.version(versions.feedback()));
    }
}
