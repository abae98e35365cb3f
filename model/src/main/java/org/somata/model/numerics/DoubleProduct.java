package org.somata.model.numerics;

/** Matrix products in float64, row by row, so that the innermost loop runs along rows and the JIT vectorises it. */
final class DoubleProduct {
    private DoubleProduct() {}

    /** out = out + A B, where A and B stand for their transposes as asked. */
    static void add(DoubleMatrix a, boolean transposeA, DoubleMatrix b, boolean transposeB, DoubleMatrix out) {
        int inner = Matrix.innerOfProduct(a, transposeA, b, transposeB, out);
        int rows = out.rows();
        int columns = out.columns();
        double[] right = transposeB ? transposed(b) : b.values;
        // from one number of a row of A, or of Aᵀ, to the next, and from row to row
        int along = transposeA ? rows : 1;
        int down = transposeA ? 1 : inner;
        for (int row = 0; row < rows; row++) {
            int k = 0;
            for (; k + 4 <= inner; k += 4) {
                int at = row * down + k * along;
                double first = a.values[at];
                double second = a.values[at + along];
                double third = a.values[at + 2 * along];
                double fourth = a.values[at + 3 * along];
                addFour(first, second, third, fourth, right, k * columns, columns, out.values, row * columns);
            }
            for (; k < inner; k++) {
                addOne(a.values[row * down + k * along], right, k * columns, columns, out.values, row * columns);
            }
        }
    }

    private static void addOne(double factor, double[] b, int from, int columns, double[] out, int to) {
        for (int j = 0; j < columns; j++) {
            out[to + j] += factor * b[from + j];
        }
    }

    /** Four rows of B at a time: the row of the result is read and written once for them. */
    private static void addFour(
            double first,
            double second,
            double third,
            double fourth,
            double[] b,
            int from,
            int columns,
            double[] out,
            int to) {
        int next = from + columns;
        int afterNext = next + columns;
        int last = afterNext + columns;
        for (int j = 0; j < columns; j++) {
            out[to + j] +=
                    (first * b[from + j] + second * b[next + j]) + (third * b[afterNext + j] + fourth * b[last + j]);
        }
    }

    private static double[] transposed(DoubleMatrix matrix) {
        int rows = matrix.rows();
        int columns = matrix.columns();
        double[] turned = new double[matrix.size()];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = matrix.values[row * columns + column];
            }
        }
        return turned;
    }
}
