package org.somata.model.numerics;

/**
 * The orthonormal factor of a QR decomposition, by Householder's reflections (Golub and Van Loan, Matrix Computations,
 * 5.2), in plain loops over rows. LAPACK would be faster, but then initial weights would depend on the processor; and
 * OpenBLAS 0.3.19's kernels for AVX-512 decompose wrongly.
 */
final class Orthonormal {
    /** By rows, so that the loops over them vectorise. */
    private final double[][] a;

    private final int rows;
    private final int columns;
    private final double[] v;
    private final double[] w;

    private Orthonormal(double[][] a, int rows, int columns) {
        this.a = a;
        this.rows = rows;
        this.columns = columns;
        this.v = new double[rows];
        this.w = new double[columns];
    }

    /**
     * Q of a matrix of rows × columns, rows ≥ columns, given by its rows, which are used up; with the signs that make R's
     * diagonal positive.
     */
    static double[][] factor(double[][] matrix) {
        int rows = matrix.length;
        int columns = matrix[0].length;
        Orthonormal work = new Orthonormal(matrix, rows, columns);
        double[] signs = new double[columns];
        double[][] reflectors = new double[columns][];
        for (int k = 0; k < columns; k++) {
            signs[k] = work.reflector(k);
            work.reflect(work.a, k);
            reflectors[k] = java.util.Arrays.copyOfRange(work.v, k, rows);
        }
        double[][] q = new double[rows][columns];
        for (int k = 0; k < columns; k++) {
            q[k][k] = signs[k];
        }
        for (int k = columns - 1; k >= 0; k--) {
            System.arraycopy(reflectors[k], 0, work.v, k, rows - k);
            work.reflect(q, k);
        }
        return q;
    }

    /** v of the reflection I − 2 v vᵀ that clears column k below the diagonal; returns the sign left on the diagonal. */
    private double reflector(int k) {
        double squares = 0;
        for (int row = k; row < rows; row++) {
            v[row] = a[row][k];
            squares += v[row] * v[row];
        }
        double norm = Math.sqrt(squares);
        double sign = v[k] > 0 ? -1 : 1;
        v[k] -= sign * norm;
        double length = Math.sqrt(2 * norm * (norm + Math.abs(a[k][k])));
        for (int row = k; row < rows && length > 0; row++) {
            v[row] /= length;
        }
        return sign;
    }

    /** m ← (I − 2 v vᵀ) m, for the rows and columns from k on. */
    private void reflect(double[][] m, int k) {
        java.util.Arrays.fill(w, 0);
        for (int row = k; row < rows; row++) {
            add(m[row], v[row], w, k, columns);
        }
        for (int row = k; row < rows; row++) {
            add(w, -2 * v[row], m[row], k, columns);
        }
    }

    /** to ← to + factor · from. */
    private static void add(double[] from, double factor, double[] to, int begin, int end) {
        for (int j = begin; j < end; j++) {
            to[j] += factor * from[j];
        }
    }
}
