package org.somata.model.numerics;

import org.bytedeco.openblas.global.openblas;

/** Matrix products without ND4J between: by the BLAS that it brings along, or by {@link OneDnn} where that is faster. */
final class Blas {
    private Blas() {}

    /** out = kept · out + A B. */
    static void product(
            ArrayMatrix a, boolean transposeA, ArrayMatrix b, boolean transposeB, float kept, ArrayMatrix out) {
        int inner = Matrix.innerOfProduct(a, transposeA, b, transposeB, out);
        if (OneDnn.takes(out.rows(), inner, out.columns())) {
            OneDnn.product(a, transposeA, b, transposeB, kept, out, inner);
            return;
        }
        openblas.cblas_sgemm(
                openblas.CblasRowMajor,
                transposeA ? openblas.CblasTrans : openblas.CblasNoTrans,
                transposeB ? openblas.CblasTrans : openblas.CblasNoTrans,
                out.rows(),
                out.columns(),
                inner,
                1,
                a.floats,
                a.columns(),
                b.floats,
                b.columns(),
                kept,
                out.floats,
                out.columns());
    }

    static double dot(ArrayMatrix a, ArrayMatrix b) {
        return openblas.cblas_dsdot(a.size(), a.floats, 1, b.floats, 1);
    }
}
