package org.somata.model.rules;

import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Memory;
import org.somata.model.layers.Rule;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Transmission;

/** What the rules share whose credit is a gradient, passed from layer to layer. */
public abstract class GradientRule implements Rule {
    private final boolean straightThrough;

    /**
     * @param straightThrough whether gradients cross links that carry bits upwards as if those were the values (the biased
     *     estimator of Eq. 34); the derivative of a step is 0, so that without it nothing comes down there
     */
    protected GradientRule(boolean straightThrough) {
        this.straightThrough = straightThrough;
    }

    @Override
    public final MessageKind credit() {
        return MessageKind.GRADIENT;
    }

    @Override
    public final boolean crosses(Transmission activations) {
        return straightThrough || activations.isReal();
    }

    /** The chain rule through the layer's own nonlinearity: δa_i = δh_i ∘ s′. */
    @Override
    public final double lossGradient(HiddenLayer layer, Memory memory, Matrix delta, Matrix sums) {
        layer.kernels().chain(layer.forward().nonlinearity(), memory.credit(), memory.activation(), delta, sums);
        return Double.NaN;
    }
}
