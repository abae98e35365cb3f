package org.somata.model.layers;

import java.util.Map;
import java.util.Optional;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;

/**
 * What a hidden layer does where the feedback mapping of a link lives at the link's lower end (Figure 3): at the upper
 * end it tells h_i and answers probes, at the lower end it sends them, learns V of the layer above, and makes its own
 * target. What f_i makes of a probe is that of before W_i has learned, whenever V learns.
 */
final class Cables {
    private final HiddenLayer layer;
    private final LearningSpec learning;
    private final Optional<CableEnd> above;
    private final Optional<CableTop> below;

    /** @param feedbackAbove g of the layer above, where it lives here */
    Cables(HiddenLayer layer, LearningSpec learning, Optional<Mapping> feedbackAbove) {
        this.layer = layer;
        this.learning = learning;
        this.above = feedbackAbove.map(g -> new CableEnd(layer.wiring(), learning, g));
        this.below = layer.wiring().below().feedbackAtReceiver()
                ? Optional.of(new CableTop(layer.wiring(), layer.forward()))
                : Optional.empty();
    }

    /** h_i is there and has been sent up: probes follow it, and it goes down itself. */
    void activation(LayerMemory memory, Outbox out) {
        Presentation presentation = memory.presentation();
        if (above.isPresent() && presentation.purpose().learnsFeedback()) {
            sendProbe(memory, out);
        }
        if (below.isPresent() && presentation.purpose().sendsCredit()) {
            layer.send(out, MessageKind.FEEDBACK_ACTIVATION, layer.place() - 1, presentation, memory.activation());
        }
    }

    /** h_{i−1} + ε for the layer above, or word that V does not learn from this presentation. */
    private void sendProbe(LayerMemory memory, Outbox out) {
        Presentation presentation = memory.presentation();
        int to = layer.place() + 1;
        if (learning.feedbackLearnsFrom(presentation)) {
            Matrix noisy = lowerEnd().probe(memory);
            layer.send(out, MessageKind.PROBE, to, presentation, noisy);
        } else {
            layer.send(out, MessageKind.PROBE, to, presentation, new Signal.Empty(presentation.examples()));
        }
    }

    /** f_i of what the layer below wants to know it of. */
    void probe(Presentation presentation, Signal probe, Outbox out) {
        CableTop upperEnd = below.orElseThrow(() -> layer.unexpected(MessageKind.PROBE, presentation));
        int to = layer.place() - 1;
        if (probe.hasValues()) {
            layer.send(out, MessageKind.PROBE_REPLY, to, presentation, upperEnd.image(presentation, probe));
        } else {
            layer.send(out, MessageKind.PROBE_REPLY, to, presentation, probe);
        }
    }

    void probeReply(LayerMemory memory, Signal reply, Outbox out) {
        Presentation presentation = memory.presentation();
        lowerEnd().hearReply(memory, reply);
        out.setAside(() -> {
            if (!learning.feedbackAfterTarget()) {
                learn(memory, out);
            }
            if (presentation.purpose().sendsCredit() && layer.wiring().recall().isEmpty()) {
                lowerEnd().prepare(memory);
            }
        });
    }

    /** Where no probe is on its way, nothing is to be learned before the target. */
    void feedbackActivation(LayerMemory memory, Signal signal, Outbox out) {
        Presentation presentation = memory.presentation();
        lowerEnd().hearActivation(memory, signal);
        if (!presentation.purpose().learnsFeedback() && layer.wiring().recall().isEmpty()) {
            out.setAside(() -> lowerEnd().prepare(memory));
        }
    }

    /** Whether what comes from above is ĥ_i of that layer, and this one's own target is made here. */
    boolean bringTargets() {
        return above.isPresent();
    }

    /** What the rule can compute once the credit has come, before it is used. */
    void prepare(LayerMemory memory) {
        lowerEnd().prepare(memory);
    }

    Matrix target(LayerMemory memory, Signal signal) {
        return lowerEnd().target(memory, signal);
    }

    /** Where V learns once the target has come and been passed on. */
    void learnAfterTarget(LayerMemory memory, Outbox out) {
        if (above.isPresent() && memory.presentation().purpose().learnsFeedback()) {
            learn(memory, out);
        }
    }

    private void learn(LayerMemory memory, Outbox out) {
        double lossAndChange = lowerEnd().learn(memory, layer.tally(), out);
        layer.requireFinite(lossAndChange, "the update of V of the layer above", memory, out);
    }

    /** What was known of a presentation at the lower end before. */
    void restore(LayerMemory memory, Map<String, Signal> signals) {
        above.ifPresent(end -> end.restore(memory, signals));
    }

    private CableEnd lowerEnd() {
        return above.orElseThrow(() -> new IllegalArgumentException("layer " + layer.place()
                + " is not at the lower end of a cable: the feedback mapping of the layer above lives elsewhere"));
    }

    Map<String, Matrix> arrays() {
        return above.map(CableEnd::arrays).orElseGet(Map::of);
    }
}
