package org.somata.model.layers;

import java.util.Map;
import java.util.Optional;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Chance.Purpose;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Update;

/**
 * A hidden layer: activations pass through it upwards, credit downwards, and it learns W_i (and V_i, where it has a
 * feedback mapping) from its own losses as its rule says.
 */
public final class HiddenLayer extends Layer {
    private final LearningSpec learning;
    private final Parts parts;
    private final Cables cables;
    private final HeardCredit heardCredit;

    /**
     * What a hidden layer has besides W_i.
     *
     * @param feedback g_i, where it lives with this layer
     * @param feedbackAbove g_{i+1}, where it lives at the lower end of its link, here
     * @param fixed weights that bring credit down and never learn
     */
    record Parts(Optional<Mapping> feedback, Optional<Mapping> feedbackAbove, Optional<FixedWeights> fixed) {}

    HiddenLayer(Wiring wiring, LearningSpec learning, Mapping forward, Parts parts) {
        super(wiring, forward, learning.rule().feedback() == Rule.Feedback.DIRECT);
        this.learning = learning;
        this.parts = parts;
        this.cables = new Cables(this, learning, parts.feedbackAbove);
        this.heardCredit = new HeardCredit(
                learning.rule(),
                up(),
                wiring.place() == wiring.depth() - 1,
                wiring.above().feedback());
    }

    @Override
    void restored(LayerMemory memory, Map<String, Signal> signals) {
        cables.restore(memory, signals);
    }

    @Override
    int needs(MessageKind kind) {
        int activation = BoundedMemories.bit(MessageKind.ACTIVATION);
        return switch (kind) {
            case ACTIVATION, PROBE -> 0;
            case TARGET ->
                cables.bringTargets() ? activation | BoundedMemories.bit(MessageKind.FEEDBACK_ACTIVATION) : activation;
            default -> activation;
        };
    }

    @Override
    void act(MessageKind kind, Presentation presentation, Signal signal, Outbox out) {
        switch (kind) {
            case ACTIVATION -> activation(presentation, signal, out);
            case TARGET, GRADIENT, ERROR -> credit(kind, presentation, signal, out);
            case FEEDBACK_ACTIVATION -> cables.feedbackActivation(remembered(kind, presentation), signal, out);
            case PROBE -> cables.probe(presentation, signal, out);
            case PROBE_REPLY -> cables.probeReply(remembered(kind, presentation), signal, out);
            case REFRESH -> {
                LayerMemory memory = remembered(kind, presentation);
                memory.refresh(signal);
                forward().apply(memory.input(), memory.activation());
                learnInTurn(memory, out);
            }
            case CONTROL -> passOn(presentation, out);
            default -> throw unexpected(kind, presentation);
        }
    }

    /** Eq. 1, then whatever can be told, learned and computed before the credit comes. */
    private void activation(Presentation presentation, Signal input, Outbox out) {
        LayerMemory memory = hear(presentation, input, out);
        if (presentation.purpose() == Presentation.Purpose.EVALUATE) {
            forward().applyAveraged(memory.input(), memory.activation());
        } else {
            forward().apply(memory.input(), memory.activation());
        }
        memory.told(signal(MessageKind.ACTIVATION, presentation, memory.activation()));
        send(out, MessageKind.ACTIVATION, place() + 1, presentation, memory.told());
        cables.activation(memory, out);
        if (parts.feedback.isPresent() && presentation.purpose() != Presentation.Purpose.EVALUATE) {
            out.setAside(() -> beforeCredit(memory, out));
        }
    }

    private void beforeCredit(LayerMemory memory, Outbox out) {
        if (!learning.feedbackAfterTarget()) {
            learnFeedback(memory, out);
        }
        // without a clock both halves of a difference wait for the credit, and for the V of then
        if (memory.presentation().purpose().sendsCredit() && !isClockless()) {
            learning.rule().prepare(feedback(), memory);
        }
    }

    private boolean isClockless() {
        return wiring().recall().isPresent();
    }

    /** Credit first goes on to the layer below; then this layer learns from it, or waits for its turn. */
    private void credit(MessageKind kind, Presentation presentation, Signal signal, Outbox out) {
        if (kind != learning.rule().credit()) {
            throw unexpected(kind, presentation);
        }
        LayerMemory memory = remembered(kind, presentation);
        if (!signal.hasValues()) {
            noCredit(memory, kind, out);
            return;
        }
        wiring().recall().ifPresent(recall -> catchUp(memory, recall));
        memory.credit(
                cables.bringTargets()
                        ? cables.target(memory, signal)
                        : heardCredit.of(memory, signal, ownScratch(1, memory.rows())));
        boolean first = learning.rule().gradientFirst();
        double early = first ? lossGradient(memory) : Double.NaN;
        if (place() > 1) {
            sendCredit(memory, kind, out);
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

    /** The credit has come: what it is paired with, and g_i of that by the V_i of now. */
    private void catchUp(LayerMemory memory, Recall recall) {
        if (recall.pairing() == Recall.Pairing.NOW) {
            forward().apply(memory.input(), memory.activation());
        }
        parts.feedback.ifPresent(g -> learning.rule().prepare(g, memory));
        if (cables.bringTargets()) {
            cables.prepare(memory);
        }
    }

    private void sendCredit(LayerMemory memory, MessageKind kind, Outbox out) {
        Presentation presentation = memory.presentation();
        if (kind == MessageKind.ERROR) {
            return;
        }
        if (wiring().below().feedbackAtReceiver()) {
            send(out, kind, place() - 1, presentation, memory.credit());
        } else if (learning.rule().crosses(wiring().below().forward())) {
            learning.rule().creditBelow(this, memory, memory.creditBelow());
            send(out, kind, place() - 1, presentation, memory.creditBelow());
        } else {
            send(out, kind, place() - 1, presentation, new Signal.Empty(presentation.examples()));
        }
    }

    /** No credit reaches a layer behind a link that it cannot cross: it stays as it is, and so do those below. */
    private void noCredit(LayerMemory memory, MessageKind kind, Outbox out) {
        Presentation presentation = memory.presentation();
        if (place() > 1) {
            send(out, kind, place() - 1, presentation, new Signal.Empty(presentation.examples()));
        }
        complete(presentation, out);
    }

    /** Bottom-up order: learn, then let the layer above hear the activation that follows. */
    private void learnInTurn(LayerMemory memory, Outbox out) {
        learn(memory, lossGradient(memory), out);
        memory.refresh();
        forward().apply(memory.input(), memory.activation());
        send(out, MessageKind.REFRESH, place() + 1, memory.presentation(), memory.activation());
    }

    private double lossGradient(Memory memory) {
        return learning.rule()
                .lossGradient(this, memory, delta(memory), forward().biasGradient());
    }

    /** Where the gradient of the layer's loss by its preactivations is, from when it is computed until it is learned from. */
    public Matrix delta(Memory memory) {
        return ownScratch(0, memory.rows());
    }

    private void learn(LayerMemory memory, double loss, Outbox out) {
        learnForward(memory, delta(memory), loss, out);
        if (memory.presentation().purpose().learnsForward() && !Double.isNaN(loss)) {
            tally().add(Tally.TARGET_LOSS, loss);
        }
        if (learning.feedbackAfterTarget()) {
            learnFeedback(memory, out);
            cables.learnAfterTarget(memory, out);
        }
    }

    /**
     * V learns, once or several times. Each time its gradient is taken anew, so that what it has learned of this very
     * presentation makes none of it stale.
     */
    private void learnFeedback(LayerMemory memory, Outbox out) {
        if (parts.feedback.isEmpty() || !learning.feedbackLearnsFrom(memory.presentation())) {
            return;
        }
        long staleness = feedback().version() - memory.versions().feedback();
        for (int time = 0; time < learning.feedbackUpdates(); time++) {
            learnFeedback(memory, staleness, out);
        }
    }

    /** The inverse loss of a feedback mapping that lives here. */
    private void learnFeedback(LayerMemory memory, long staleness, Outbox out) {
        Presentation presentation = memory.presentation();
        Mapping g = feedback();
        long key = Chance.key(wiring().seed(), Purpose.FEEDBACK_NOISE, place(), g.gradients());
        double deviation = learning.noise().at(presentation.moment());
        double loss = learning.inverseLoss().gradient(this, memory, deviation, key);
        tally().add(Tally.INVERSE_LOSS, loss);
        double change = 0;
        if (g.gather(staleness)) {
            change = g.descend(presentation.moment());
            tally().add(Tally.FEEDBACK_STALENESS, g.staleness());
            out.updated(new Update(presentation, place(), true, g.version(), g.staleness(), loss, change));
        }
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
        over(presentation);
        if (place() == 1) {
            out.report(new Report.Completed(presentation));
        }
    }

    /** g_i, where it lives with this layer; layer 1 has none, nor has any layer of a rule without. */
    public Mapping feedback() {
        return parts.feedback.orElseThrow(
                () -> new IllegalStateException("layer " + place() + " has no feedback mapping"));
    }

    /** The weights that bring credit down and never learn, of rules that have them. */
    public Matrix fixedFeedback() {
        return parts.fixed
                .orElseThrow(() -> new IllegalStateException("layer " + place() + " has no fixed feedback weights"))
                .weights();
    }

    /** The rule it learns by. */
    public Rule rule() {
        return learning.rule();
    }

    public boolean hasFeedback() {
        return parts.feedback.isPresent();
    }

    /** A row of n_i numbers that nobody keeps. */
    Matrix ownSums() {
        return forward().biasGradient();
    }

    @Override
    public Map<String, Matrix> arrays() {
        Map<String, Matrix> arrays = super.arrays();
        parts.feedback.ifPresent(g -> g.collect(arrays));
        parts.fixed.ifPresent(fixed -> arrays.put(fixed.name(), fixed.weights()));
        return arrays;
    }

    @Override
    public Map<String, Matrix> arraysOfLayerAbove() {
        return cables.arrays();
    }

    @Override
    public Versions versions() {
        return new Versions(forward().version(), version(parts.feedback), version(parts.feedbackAbove));
    }

    private static long version(Optional<Mapping> mapping) {
        return mapping.map(Mapping::version).orElse(0L);
    }

    @Override
    public void restore(Versions versions) {
        super.restore(versions);
        parts.feedback.ifPresent(g -> g.version(versions.feedback()));
        parts.feedbackAbove.ifPresent(g -> g.version(versions.feedbackAbove()));
    }
}
