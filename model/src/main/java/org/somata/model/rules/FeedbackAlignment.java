package org.somata.model.rules;

import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Memory;
import org.somata.model.layers.OutputLayer;
import org.somata.model.numerics.Matrix;

/**
 * Feedback alignment (Lillicrap, Cownden, Tweed and Akerman 2014): backpropagation whose W_iᵀ on the way down are random
 * matrices that never learn, here V_i for i = 2 … M.
 */
public final class FeedbackAlignment extends GradientRule {
    public FeedbackAlignment() {
        this(true);
    }

    /** @param straightThrough whether what comes down crosses links that carry bits upwards */
    public FeedbackAlignment(boolean straightThrough) {
        super(straightThrough);
    }

    @Override
    public Feedback feedback() {
        return Feedback.FIXED;
    }

    /** δh_{M−1} = δa_M V_Mᵀ. */
    @Override
    public void firstCredit(OutputLayer layer, Memory memory, Matrix delta, Matrix out) {
        layer.kernels().product(delta, false, layer.fixedFeedback(), true, out);
    }

    @Override
    public boolean gradientFirst() {
        return true;
    }

    /** δh_{i−1} = (δh_i ∘ s′) V_iᵀ. */
    @Override
    public void creditBelow(HiddenLayer layer, Memory memory, Matrix out) {
        layer.kernels().product(layer.delta(memory), false, layer.fixedFeedback(), true, out);
    }
}
