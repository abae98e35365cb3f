package org.somata.model.rules;

import java.util.Optional;
import org.somata.model.layers.AutoencoderRule;
import org.somata.model.layers.Mapping;
import org.somata.model.layers.Memory;
import org.somata.model.numerics.Matrix;

/** Difference target propagation (Lee, Zhang, Biard and Bengio 2015). */
public final class DifferenceTargetPropagation extends TargetRule {
    public DifferenceTargetPropagation(double targetStep) {
        super(targetStep);
    }

    @Override
    public Feedback feedback() {
        return Feedback.LEARNED;
    }

    /** g_i(h_i) needs no target, so it is there when the target comes. */
    @Override
    public void prepare(Mapping feedback, Memory memory) {
        feedback.apply(memory.activation(), memory.reconstruction());
    }

    /** Eq. 18: ĥ_{i−1} = h_{i−1} + g_i(ĥ_i) − g_i(h_i). */
    @Override
    public void targetBelow(Mapping feedback, Memory memory, Matrix out) {
        feedback.apply(memory.credit(), out);
        feedback.kernels().difference(memory.input(), out, memory.reconstruction(), out);
    }

    @Override
    public Optional<AutoencoderRule> autoencoder() {
        return Optional.of(new LocalAutoencoding());
    }
}
