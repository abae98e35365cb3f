package org.somata.model.layers;

import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Presentation;

/**
 * What is known of one presentation under way where f_i lives, or where g_i does; its matrices are used again for a
 * later one.
 */
public class Memory {
    private final Buffer reconstructions;
    private final Buffer below;
    private Presentation presentation;
    private Matrix input;
    private Matrix activation;
    private Matrix credit;

    /**
     * @param reconstructions where g_i(h_i) goes
     * @param below where the credit for the layer below goes
     */
    Memory(Buffer reconstructions, Buffer below) {
        this.reconstructions = reconstructions;
        this.below = below;
    }

    /** Begins to remember a presentation in place of the one before. */
    final void begin(Presentation next, Matrix inputNow, Matrix activationNow) {
        open(next);
        know(inputNow, activationNow);
    }

    /** The same before anything of it is known. */
    final void open(Presentation next) {
        presentation = next;
        credit = null;
        know(null, null);
    }

    /** An input heard again, or a place for an activation that follows anew. */
    final void know(Matrix inputNow, Matrix activationNow) {
        input = inputNow;
        activation = activationNow;
    }

    final void credit(Matrix understood) {
        credit = understood;
    }

    /** Null if there is room for one. */
    public final Presentation presentation() {
        return presentation;
    }

    /** Whether the activation is known. */
    final boolean hasActivation() {
        return activation != null;
    }

    /** Rows of all matrices here: examples, each as often as bits of it were drawn. */
    public final int rows() {
        return input.rows();
    }

    /** h_{i−1}: B × n_{i−1}. */
    public final Matrix input() {
        return input;
    }

    /** h_i: B × n_i. */
    public final Matrix activation() {
        return activation;
    }

    /** g_i(h_i), where the rule has it computed: B × n_{i−1}. */
    public final Matrix reconstruction() {
        return reconstructions.rows(rows());
    }

    /**
     * What came from above: the target ĥ_i or the gradient by h_i, B × n_i, or the output's error by its preactivations,
     * B × n_M; null before it has come, or where nothing could.
     */
    public final Matrix credit() {
        return credit;
    }

    /** Where the credit for the layer below goes: B × n_{i−1}. */
    public final Matrix creditBelow() {
        return below.rows(rows());
    }
}
