package org.somata.model.numerics;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;

/** The BLAS and LAPACK that ND4J brings along, called directly: see {@link FusedKernels} for why. */
final class Blas {
    private Blas() {}

    static void product(ArrayMatrix a, boolean transposeA, ArrayMatrix b, boolean transposeB, ArrayMatrix out) {
        int inner = transposeA ? a.rows() : a.columns();
        if (inner != (transposeB ? b.columns() : b.rows())
                || out.rows() != (transposeA ? a.columns() : a.rows())
                || out.columns() != (transposeB ? b.rows() : b.columns())) {
            throw new IllegalArgumentException("product of " + a + (transposeA ? " transposed" : "") + " and " + b
                    + (transposeB ? " transposed" : "") + " into " + out);
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
                0,
                out.floats,
                out.columns());
    }

    static double dot(ArrayMatrix a, ArrayMatrix b) {
        return openblas.cblas_dsdot(a.size(), a.floats, 1, b.floats, 1);
    }

    /**
     * The orthonormal factor Q of the QR decomposition of {@code values} (rows × columns, rows ≥ columns, C order), with
     * the signs that make the diagonal of R positive, in place.
     */
    static void orthonormalise(double[] values, int rows, int columns) {
        try (DoublePointer a = new DoublePointer(values);
                DoublePointer tau = new DoublePointer(columns)) {
            check(openblas.LAPACKE_dgeqrf(openblas.LAPACK_ROW_MAJOR, rows, columns, a, columns, tau));
            double[] signs = new double[columns];
            for (int i = 0; i < columns; i++) {
                signs[i] = a.get((long) i * columns + i) < 0 ? -1 : 1;
            }
            check(openblas.LAPACKE_dorgqr(openblas.LAPACK_ROW_MAJOR, rows, columns, columns, a, columns, tau));
            a.get(values);
            for (int i = 0; i < values.length; i++) {
                values[i] *= signs[i % columns];
            }
        }
    }

    private static void check(int info) {
        if (info != 0) {
            throw new IllegalStateException("LAPACK refused its argument " + -info);
        }
    }
}
