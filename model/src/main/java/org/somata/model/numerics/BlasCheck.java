package org.somata.model.numerics;

/**
 * Multiplies once with every transposition and compares: OpenBLAS picks its code by the processor, and some of what
 * 0.3.19 picks for newer ones is wrong (its double-precision products for Cooper Lake are).
 */
final class BlasCheck {
    private static final int ROWS = 100;
    private static final int INNER = 240;
    private static final int COLUMNS = 272;
    private static final int STRIDE = 37;
    private static final double TOLERANCE = 1e-3;

    private BlasCheck() {}

    /** @throws IllegalStateException if a product is wrong */
    static void pass(Kernels kernels) {
        for (int which = 0; which < 4; which++) {
            boolean first = (which & 1) != 0;
            boolean second = (which & 2) != 0;
            Matrix a = random(kernels, first ? INNER : ROWS, first ? ROWS : INNER, 1);
            Matrix b = random(kernels, second ? COLUMNS : INNER, second ? INNER : COLUMNS, 2);
            Matrix out = kernels.matrix(ROWS, COLUMNS);
            kernels.product(a, first, b, second, out);
            compare(a.toFloats(), first, b.toFloats(), second, out.toFloats());
        }
    }

    private static Matrix random(Kernels kernels, int rows, int columns, long key) {
        Matrix matrix = kernels.matrix(rows, columns);
        float[] values = new float[matrix.size()];
        Chance.normals(key, values, values.length);
        matrix.write(values);
        return matrix;
    }

    private static void compare(float[] a, boolean first, float[] b, boolean second, float[] out) {
        for (int at = 0; at < out.length; at += STRIDE) {
            int row = at / COLUMNS;
            int column = at % COLUMNS;
            double sum = 0;
            for (int i = 0; i < INNER; i++) {
                sum += (double) a[first ? i * ROWS + row : row * INNER + i]
                        * b[second ? column * INNER + i : i * COLUMNS + column];
            }
            if (!(Math.abs(sum - out[at]) < TOLERANCE)) {
                throw new IllegalStateException("OpenBLAS multiplies wrongly on this processor (" + out[at] + " where "
                        + sum + " is right); set the environment variable OPENBLAS_CORETYPE=HASWELL");
            }
        }
    }
}
