package org.somata.model.rules;

import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Memory;
import org.somata.model.layers.Rule;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;

/**
 * Direct feedback alignment (Nøkland 2016): every hidden layer hears the output's own error, and makes of it the
 * gradient of its activation by a random matrix D_i (n_i × n_M) that never learns.
 */
public final class DirectFeedbackAlignment implements Rule {
    @Override
    public MessageKind credit() {
        return MessageKind.ERROR;
    }

    @Override
    public Feedback feedback() {
        return Feedback.DIRECT;
    }

    /** δa_i = (e D_iᵀ) ∘ s′, e = δa_M being the output's error. */
    @Override
    public double lossGradient(HiddenLayer layer, Memory memory, Matrix delta, Matrix sums) {
        layer.kernels().product(memory.credit(), false, layer.fixedFeedback(), true, delta);
        layer.kernels().chain(layer.forward().nonlinearity(), delta, memory.activation(), delta, sums);
        return Double.NaN;
    }
}
