package org.somata.model.rules;

import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Memory;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Transmission;

/**
 * Target propagation through optimization (section 2.2 of Lee et al. 2015, after Carreira-Perpiñán and Wang 2014): the
 * target below is a gradient step of the input on the layer's own target loss; there is no feedback mapping.
 */
public final class TargetPropagationThroughOptimization extends TargetRule {
    private final double localStep;
    private final boolean straightThrough;

    /** @param localStep of the input on half the target loss; 1 is Eq. 9 itself */
    public TargetPropagationThroughOptimization(double targetStep, double localStep) {
        this(targetStep, localStep, true);
    }

    /** @param straightThrough whether targets are made by derivatives of what bits crossed the link for */
    public TargetPropagationThroughOptimization(double targetStep, double localStep, boolean straightThrough) {
        super(targetStep);
        this.localStep = localStep;
        this.straightThrough = straightThrough;
    }

    @Override
    public boolean crosses(Transmission activations) {
        return straightThrough || activations.isReal();
    }

    @Override
    public Feedback feedback() {
        return Feedback.NONE;
    }

    /** Eq. 9: ĥ_{i−1} = h_{i−1} − λ · ½ ∂‖ĥ_i − h_i‖²/∂h_{i−1} = h_{i−1} + λ ((ĥ_i − h_i) ∘ s′) W_i. */
    @Override
    public void creditBelow(HiddenLayer layer, Memory memory, Matrix out) {
        int examples = memory.rows();
        Matrix delta = layer.ownScratch(0, examples);
        layer.kernels()
                .distanceGradient(
                        layer.forward().nonlinearity(),
                        memory.activation(),
                        memory.credit(),
                        -1,
                        delta,
                        layer.forward().biasGradient());
        Matrix direction = layer.belowScratch(0, examples);
        layer.forward().pullBack(delta, direction);
        layer.kernels().move(memory.input(), localStep, direction, out);
    }
}
