package org.somata.model.numerics;

/**
 * Multiplies once with every transposition and compares, small matrices and large ones, since different libraries take
 * them. They pick their code by the processor, and some of what OpenBLAS 0.3.19 picks for newer ones is wrong (its
 * double-precision products for Cooper Lake are).
 */
final class BlasCheck {
    private static final int STRIDE = 37;
    private static final double TOLERANCE = 1e-3;

    private BlasCheck() {}

    /** Of a product: rows × inner by inner × columns. */
    private record Shape(int rows, int inner, int columns) {}

    /** @throws IllegalStateException if a product is wrong */
    static void pass(Kernels kernels) {
        for (Shape shape : new Shape[] {new Shape(10, 24, 27), new Shape(100, 240, 272)}) {
            for (int which = 0; which < 4; which++) {
                multiply(kernels, shape, (which & 1) != 0, (which & 2) != 0);
            }
        }
    }

    private static void multiply(Kernels kernels, Shape of, boolean first, boolean second) {
        Matrix a = random(kernels, first ? of.inner : of.rows, first ? of.rows : of.inner, 1);
        Matrix b = random(kernels, second ? of.columns : of.inner, second ? of.inner : of.columns, 2);
        Matrix out = kernels.matrix(of.rows, of.columns);
        kernels.product(a, first, b, second, out);
        compare(of, a.toFloats(), first, b.toFloats(), second, out.toFloats());
    }

    private static Matrix random(Kernels kernels, int rows, int columns, long key) {
        Matrix matrix = kernels.matrix(rows, columns);
        float[] values = new float[matrix.size()];
        Chance.normals(key, values, values.length);
        matrix.write(values);
        return matrix;
    }

    private static void compare(Shape of, float[] a, boolean first, float[] b, boolean second, float[] out) {
        for (int at = 0; at < out.length; at += STRIDE) {
            int row = at / of.columns;
            int column = at % of.columns;
            double sum = 0;
            for (int i = 0; i < of.inner; i++) {
                sum += (double) a[first ? i * of.rows + row : row * of.inner + i]
                        * b[second ? column * of.inner + i : i * of.columns + column];
            }
            if (!(Math.abs(sum - out[at]) < TOLERANCE)) {
                throw new IllegalStateException("matrices are multiplied wrongly on this processor (" + out[at]
                        + " where " + sum + " is right); set the environment variable OPENBLAS_CORETYPE=HASWELL");
            }
        }
    }
}
