package org.somata.model.layers;

import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/** A layer's own matrix for a full minibatch, of which a smaller last one uses the first rows. */
final class Buffer {
    private final Matrix full;
    private Matrix view;

    Buffer(Kernels kernels, int examples, int units) {
        full = kernels.matrix(examples, units);
        view = full;
    }

    Matrix rows(int examples) {
        if (view.rows() != examples) {
            view = full.firstRows(examples);
        }
        return view;
    }
}
