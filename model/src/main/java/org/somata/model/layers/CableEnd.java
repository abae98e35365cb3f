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
    private final int rows;
    private final boolean bits;
    private final boolean keeps;
    private final Decoder target;
    private final Buffer rebuilt;

    /** @param wiring of the layer below, at which this is */
    CableEnd(Wiring wiring, LearningSpec learning, Mapping feedback) {
        this.above = wiring.place() + 1;
        this.seed = wiring.seed();
        this.learning = learning;
        this.feedback = feedback;
        Kernels kernels = feedback.kernels();
        this.rows = wiring.learningRows();
        this.bits = !wiring.above().feedback().isReal();
        this.keeps = wiring.recall().isPresent();
        target = keeps
                ? Decoder.keeping(kernels, rows, feedback.inputs())
                : Decoder.of(bits, kernels, rows, feedback.inputs());
        rebuilt = new Buffer(kernels, rows, feedback.outputs());
    }

    /** What this end knows of a presentation. */
    private CableMemory of(LayerMemory own) {
        if (own.cable() == null) {
            own.cable(CableMemory.of(feedback, rows, bits, keeps));
        }
        return own.cable();
    }

    Mapping feedback() {
        return feedback;
    }

    /** h_{i−1} + ε, for f_i to be applied to at the other end. */
    Matrix probe(LayerMemory own) {
        Matrix noisy = of(own).roomForProbe(own.rows());
        double deviation = learning.noise().at(own.presentation().moment());
        // without a clock several probes may be on their way before V learns from the first: each has noise of its own
        long count = keeps ? own.presentation().number() : feedback.gradients();
        long key = Chance.key(seed, Purpose.FEEDBACK_NOISE, above, count);
        feedback.kernels().addNoise(own.activation(), deviation, key, noisy);
        return noisy;
    }

    void hearReply(LayerMemory own, Signal reply) {
        of(own).reply(reply);
    }

    /** Eq. 32 with what f_i made of the probe, if there was one; returns the loss and the norm of the change, added. */
    double learn(LayerMemory own, Tally tally, Outbox out) {
        Presentation presentation = own.presentation();
        Matrix heard = of(own).image();
        if (heard == null) {
            return 0;
        }
        Matrix noisy = of(own).probe();
        double loss = InverseLoss.ofReconstruction(feedback, noisy, heard, rebuilt.rows(heard.rows()));
        tally.add(Tally.INVERSE_LOSS_ABOVE, loss);
        if (!feedback.gather(feedback.version() - own.versions().feedbackAbove())) {
            return loss;
        }
        double change = feedback.descend(presentation.moment());
        tally.add(Tally.FEEDBACK_STALENESS_ABOVE, feedback.staleness());
        out.updated(new Update(presentation, above, true, feedback.version(), feedback.staleness(), loss, change));
        return loss + change;
    }

    /** h_i has been heard. */
    void hearActivation(LayerMemory own, Signal heard) {
        CableMemory memory = of(own);
        memory.begin(own.presentation(), own.activation(), memory.activation(heard));
    }

    /** What the rule can compute ahead of the target. */
    void prepare(LayerMemory own) {
        learning.rule().prepare(feedback, of(own));
    }

    /** ĥ_{i−1} from ĥ_i. */
    Matrix target(LayerMemory own, Signal heard) {
        CableMemory memory = of(own);
        memory.credit(target.of(heard));
        learning.rule().targetBelow(feedback, memory, memory.creditBelow());
        return memory.creditBelow();
    }

    /** What was known of a presentation here before. */
    void restore(LayerMemory own, Map<String, Signal> signals) {
        of(own).restore(own, signals);
    }

    Map<String, Matrix> arrays() {
        Map<String, Matrix> arrays = new LinkedHashMap<>();
        feedback.collect(arrays);
        return arrays;
    }
}
