package org.somata.model.layers;

import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Presentation;

/** What a layer remembers of one presentation under way; its matrices are used again for a later one. */
public final class Memory {
    private final Buffer activations;
    private final Buffer refreshed;
    private final Buffer reconstructions;
    private final Buffer below;
    private Presentation presentation;
    private Matrix input;
    private Matrix activation;
    private Matrix credit;
    private long version;

    Memory(Kernels kernels, int examples, int units, int unitsBelow) {
        activations = new Buffer(kernels, examples, units);
        refreshed = new Buffer(kernels, examples, units);
        reconstructions = new Buffer(kernels, examples, unitsBelow);
        below = new Buffer(kernels, examples, unitsBelow);
    }

    /** Begins to remember a presentation in place of the one before: its input and a place for its activation. */
    void begin(Presentation next, Matrix inputNow, long versionNow) {
        presentation = next;
        input = inputNow;
        activation = activations.rows(next.examples());
        credit = null;
        version = versionNow;
    }

    /** The input heard again after the layer below has learned, and a place for the activation that follows from it. */
    void refresh(Matrix inputNow) {
        input = inputNow;
        activation = refreshed.rows(presentation.examples());
    }

    void credit(Matrix heard) {
        credit = heard;
    }

    public Presentation presentation() {
        return presentation;
    }

    /** h_{i−1}: B × n_{i−1}. */
    public Matrix input() {
        return input;
    }

    /** h_i: B × n_i. */
    public Matrix activation() {
        return activation;
    }

    /** g_i(h_i), where the rule has it computed: B × n_{i−1}. */
    public Matrix reconstruction() {
        return reconstructions.rows(presentation.examples());
    }

    /** What came from above: the target ĥ_i or the gradient by h_i, B × n_i; null before it has come. */
    public Matrix credit() {
        return credit;
    }

    /** Where the credit for the layer below goes: B × n_{i−1}. */
    public Matrix creditBelow() {
        return below.rows(presentation.examples());
    }

    /** The version of W_i that the activation was computed with. */
    long version() {
        return version;
    }
}
