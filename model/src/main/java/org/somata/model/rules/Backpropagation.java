package org.somata.model.rules;

import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Memory;
import org.somata.model.layers.OutputLayer;
import org.somata.model.layers.Rule;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;

/** Backpropagation, the baseline: the same layers pass gradients of the global loss, through transposed weights. */
public final class Backpropagation implements Rule {
    @Override
    public MessageKind credit() {
        return MessageKind.GRADIENT;
    }

    @Override
    public boolean learnsFeedback() {
        return false;
    }

    @Override
    public void firstCredit(OutputLayer layer, Memory memory, Matrix gradient, Matrix out) {
        out.copyFrom(gradient);
    }

    @Override
    public boolean gradientFirst() {
        return true;
    }

    /** Eq. 8: δh_{i−1} = (δh_i ∘ s′) W_i. */
    @Override
    public void creditBelow(HiddenLayer layer, Memory memory, Matrix out) {
        layer.forward().pullBack(layer.delta(memory), out);
    }

    @Override
    public double lossGradient(HiddenLayer layer, Memory memory, Matrix delta, Matrix sums) {
        layer.kernels().chain(layer.forward().nonlinearity(), memory.credit(), memory.activation(), delta, sums);
        return Double.NaN;
    }
}
