package org.somata.model.layers;

import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;

/**
 * A learning rule: what goes down from layer to layer as credit, and what a layer learns from it. A rule has no state;
 * it sees one layer and one presentation's memory at a time. B is the number of examples.
 */
public interface Rule {
    /** The kind of message that carries credit. */
    MessageKind credit();

    /** Whether layers 2 … M−1 have a feedback mapping g_i that learns an inverse loss. */
    boolean learnsFeedback();

    /**
     * The first credit, for the highest hidden layer.
     *
     * @param gradient ∂L/∂h_{M−1}, L averaged over the batch: B × n_{M−1}
     * @param memory the output layer's, its input h_{M−1}
     */
    void firstCredit(OutputLayer layer, Memory memory, Matrix gradient, Matrix out);

    /** What a hidden layer with a feedback mapping can compute ahead, once its activation is known and has been sent. */
    default void prepare(HiddenLayer layer, Memory memory) {}

    /**
     * Whether {@link #creditBelow} begins with the gradient of {@link #lossGradient}: it is then computed before, once, and
     * is in {@link HiddenLayer#delta}.
     */
    default boolean gradientFirst() {
        return false;
    }

    /** The credit for the layer below from the layer's own: {@code out} is B × n_{i−1}. */
    void creditBelow(HiddenLayer layer, Memory memory, Matrix out);

    /**
     * The gradient of the layer's own loss by its preactivations into {@code delta} (B × n_i), its sums over the batch
     * into {@code sums} (1 × n_i).
     *
     * @return the target loss, summed over units and averaged over the batch; NaN for a rule that has none
     */
    double lossGradient(HiddenLayer layer, Memory memory, Matrix delta, Matrix sums);
}
