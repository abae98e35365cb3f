package org.somata.model.rules;

import java.util.Optional;
import org.somata.model.layers.AutoencoderRule;
import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Memory;
import org.somata.model.layers.OutputLayer;
import org.somata.model.numerics.Matrix;

/** Backpropagation, the baseline: the same layers pass gradients of the global loss, through transposed weights. */
public final class Backpropagation extends GradientRule {
    public Backpropagation() {
        this(true);
    }

    /** @param straightThrough whether gradients cross links that carry bits upwards: Eq. 34 */
    public Backpropagation(boolean straightThrough) {
        super(straightThrough);
    }

    @Override
    public Feedback feedback() {
        return Feedback.NONE;
    }

    @Override
    public void firstCredit(OutputLayer layer, Memory memory, Matrix delta, Matrix out) {
        layer.forward().pullBack(delta, out);
    }

    @Override
    public boolean gradientFirst() {
        return true;
    }

    /** Eq. 8, and Eq. 34 where bits were drawn of h_{i−1}: δh_{i−1} = (δh_i ∘ s′) W_i. */
    @Override
    public void creditBelow(HiddenLayer layer, Memory memory, Matrix out) {
        layer.forward().pullBack(layer.delta(memory), out);
    }

    @Override
    public Optional<AutoencoderRule> autoencoder() {
        return Optional.of(new BackpropagatedAutoencoding());
    }
}
