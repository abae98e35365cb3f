package org.somata.model.benchmarks;

import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/** The kernels that a benchmark's parameter names, with numbers to work on. */
public enum Arithmetic {
    FUSED {
        @Override
        Kernels kernels() {
            return Backend.fused();
        }
    },
    ND4J {
        @Override
        Kernels kernels() {
            return Backend.nd4j();
        }
    };

    abstract Kernels kernels();

    /** A matrix for products, of normally distributed numbers of {@code deviation}. */
    static Matrix signal(Kernels kernels, int rows, int columns, double deviation, long key) {
        return fill(kernels.matrix(rows, columns), deviation, key);
    }

    /** As {@link #signal}, of the sort that never is the operand of a product. */
    static Matrix state(Kernels kernels, int rows, int columns, double deviation, long key) {
        return fill(kernels.state(rows, columns), deviation, key);
    }

    private static Matrix fill(Matrix matrix, double deviation, long key) {
        float[] values = new float[matrix.size()];
        Chance.normals(key, values, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) deviation;
        }
        matrix.write(values);
        return matrix;
    }
}
