package org.somata.model.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Chance.Purpose;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Update;

/**
 * The lower end of a cable (Figure 3): the feedback mapping g_i of the layer above lives here, with V_i and c_i, and
 * knows of h_i, ĥ_i and f_i only what crosses the link. It belongs to layer i−1, whose h_{i−1} it knows as it is.
 */
final class CableEnd {
    private final int above;
    private final long seed;
    private final LearningSpec learning;
    private final Mapping feedback;
    private final Memory[] memories = new Memory[Presentation.SLOTS];
    private final Decoder[] activations = new Decoder[Presentation.SLOTS];
    private final Buffer[] probes = new Buffer[Presentation.SLOTS];
    private final Signal[] replies = new Signal[Presentation.SLOTS];
    private final Decoder target;
    private final Decoder image;
    private final Buffer rebuilt;

    /** @param wiring of the layer below, at which this is */
    CableEnd(Wiring wiring, LearningSpec learning, Mapping feedback) {
        this.above = wiring.place() + 1;
        this.seed = wiring.seed();
        this.learning = learning;
        this.feedback = feedback;
        Kernels kernels = feedback.kernels();
        int rows = wiring.learningRows();
        boolean bits = !wiring.above().feedback().isReal();
        for (int i = 0; i < Presentation.SLOTS; i++) {
            memories[i] = new Memory(kernels, rows, feedback.outputs());
            activations[i] = Decoder.of(bits, kernels, rows, feedback.inputs());
            probes[i] = new Buffer(kernels, rows, feedback.outputs());
        }
        target = Decoder.of(bits, kernels, rows, feedback.inputs());
        image = Decoder.of(bits, kernels, rows, feedback.inputs());
        rebuilt = new Buffer(kernels, rows, feedback.outputs());
    }

    Mapping feedback() {
        return feedback;
    }

    /** h_{i−1} + ε, for f_i to be applied to at the other end. */
    Matrix probe(Presentation presentation, Matrix activation) {
        Matrix noisy = probes[presentation.slot()].rows(activation.rows());
        double deviation = learning.noise().at(presentation.moment());
        long key = Chance.key(seed, Purpose.FEEDBACK_NOISE, above, feedback.version());
        feedback.kernels().addNoise(activation, deviation, key, noisy);
        return noisy;
    }

    void hearReply(Presentation presentation, Signal reply) {
        replies[presentation.slot()] = reply;
    }

    /** Eq. 32 with what f_i made of the probe, if there was one; returns the loss and the norm of the change, added. */
    double learn(LayerMemory own, Tally tally, Outbox out) {
        Presentation presentation = own.presentation();
        Signal reply = replies[presentation.slot()];
        if (!reply.hasValues()) {
            return 0;
        }
        Matrix heard = image.of(reply);
        Matrix noisy = probes[presentation.slot()].rows(heard.rows());
        double loss = InverseLoss.ofReconstruction(feedback, noisy, heard, rebuilt.rows(heard.rows()));
        tally.add(Tally.INVERSE_LOSS_ABOVE, loss);
        double change = feedback.descend(presentation.moment());
        long staleness = feedback.version() - 1 - own.versions().feedbackAbove();
        out.updated(new Update(presentation, above, true, feedback.version(), staleness, loss, change));
        return loss + change;
    }

    /** h_i has been heard. */
    void hearActivation(Presentation presentation, Matrix activationBelow, Signal heard) {
        int slot = presentation.slot();
        memories[slot].begin(presentation, activationBelow, activations[slot].of(heard));
    }

    /** What the rule can compute ahead of the target. */
    void prepare(Presentation presentation) {
        learning.rule().prepare(feedback, memories[presentation.slot()]);
    }

    /** ĥ_{i−1} from ĥ_i. */
    Matrix target(Presentation presentation, Signal heard) {
        Memory memory = memories[presentation.slot()];
        memory.credit(target.of(heard));
        learning.rule().targetBelow(feedback, memory, memory.creditBelow());
        return memory.creditBelow();
    }

    Map<String, Matrix> arrays() {
        Map<String, Matrix> arrays = new LinkedHashMap<>();
        feedback.collect(arrays);
        return arrays;
    }
}
