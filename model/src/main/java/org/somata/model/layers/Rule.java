package org.somata.model.layers;

import java.util.Optional;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Transmission;

/**
 * A learning rule: what goes down from layer to layer as credit, and what a layer learns from it. A rule has no state;
 * it sees one layer and one presentation's memory at a time. B is the number of examples.
 */
public interface Rule {
    /** What layers have besides W_i to bring credit down with. */
    enum Feedback {
        /** Nothing. */
        NONE {
            @Override
            public boolean isAt(int place, int depth) {
                return false;
            }
        },
        /** Layers 2 … M−1 a feedback mapping g_i with V_i (n_{i−1} × n_i) and c_i, which learns an inverse loss. */
        LEARNED {
            @Override
            public boolean isAt(int place, int depth) {
                return place > 1 && place < depth;
            }
        },
        /** Layers 2 … M a matrix V_i (n_{i−1} × n_i), drawn once. */
        FIXED {
            @Override
            public boolean isAt(int place, int depth) {
                return place > 1;
            }
        },
        /** Layers 1 … M−1 a matrix D_i (n_i × n_M), drawn once: what the output tells reaches all of them directly. */
        DIRECT {
            @Override
            public boolean isAt(int place, int depth) {
                return place < depth;
            }
        };

        /** Whether the layer at {@code place} has it, in a network of M = {@code depth} layers. */
        public abstract boolean isAt(int place, int depth);
    }

    /** The kind of message that carries credit. */
    MessageKind credit();

    Feedback feedback();

    /**
     * The first credit, for the highest hidden layer: B × n_{M−1}. With {@link Feedback#DIRECT} it is not asked for, all
     * layers hear {@code delta} itself.
     *
     * @param delta ∂L/∂a_M, L averaged over the batch: B × n_M
     * @param memory the output layer's, its input h_{M−1} as it was heard
     */
    default void firstCredit(OutputLayer layer, Memory memory, Matrix delta, Matrix out) {
        throw new UnsupportedOperationException(getClass().getSimpleName() + " has no first credit of its own");
    }

    /**
     * What can be computed through g_i ahead, once the activation h_i is known.
     *
     * @param memory as in {@link #targetBelow}
     */
    default void prepare(Mapping feedback, Memory memory) {}

    /**
     * Whether {@link #creditBelow} begins with the gradient of {@link #lossGradient}: it is then computed before, once, and
     * is in {@link HiddenLayer#delta}.
     */
    default boolean gradientFirst() {
        return false;
    }

    /**
     * The target for the layer below through g_i, wherever that lives: {@code out} is B × n_{i−1}. Only for rules with
     * {@link Feedback#LEARNED}.
     *
     * @param memory its credit ĥ_i, its activation h_i and its input h_{i−1}, each as it is known where g_i lives
     */
    default void targetBelow(Mapping feedback, Memory memory, Matrix out) {
        throw new UnsupportedOperationException(getClass().getSimpleName() + " has no feedback mappings");
    }

    /** The credit for the layer below from the layer's own: {@code out} is B × n_{i−1}. */
    default void creditBelow(HiddenLayer layer, Memory memory, Matrix out) {
        targetBelow(layer.feedback(), memory, out);
    }

    /**
     * Whether a target is the activation as it was heard, moved. The layer that it is for then knows how it would have
     * been moved itself, where bits crossed the link and it has real values: ĥ = h + (ĥ as told − h as heard).
     *
     * @param first whether it is the first target, made by the output layer
     */
    default boolean movesWhatWasHeard(boolean first) {
        return false;
    }

    /** Whether there is credit for a layer whose activations cross its link in this way. */
    default boolean crosses(Transmission activations) {
        return true;
    }

    /**
     * The gradient of the layer's own loss by its preactivations into {@code delta} (B × n_i), its sums over the batch
     * into {@code sums} (1 × n_i).
     *
     * @return the target loss, summed over units and averaged over the batch; NaN for a rule that has none
     */
    double lossGradient(HiddenLayer layer, Memory memory, Matrix delta, Matrix sums);

    /** How an auto-encoder learns by this rule; empty for a rule that has no such form. */
    default Optional<AutoencoderRule> autoencoder() {
        return Optional.empty();
    }
}
