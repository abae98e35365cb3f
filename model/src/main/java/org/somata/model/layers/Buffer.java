package org.somata.model.layers;

import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Signal;

/** A layer's own matrix for a full minibatch, of which a smaller last one uses the first rows. */
final class Buffer {
    private final Matrix full;
    private Matrix view;

    Buffer(Kernels kernels, int examples, int units) {
        full = kernels.matrix(examples, units);
        view = full;
    }

    /** A copy of numbers here. */
    Matrix copyOf(Signal signal) {
        Matrix copy = rows(signal.examples());
        copy.copyFrom(signal.heard(copy));
        return copy;
    }

    Matrix rows(int examples) {
        if (view.rows() != examples) {
            view = full.firstRows(examples);
        }
        return view;
    }
}
