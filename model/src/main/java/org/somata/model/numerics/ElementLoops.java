package org.somata.model.numerics;

/**
 * Single passes over arrays. The JIT vectorises a loop over a whole array, but hardly one over a row of 240: between the
 * elements before an aligned address and those after the last unrolled block not many are left. So a batch is one flat
 * array here, and a bias is first repeated for every row.
 */
final class ElementLoops {
    private static final int BLOCK = 4096;

    private ElementLoops() {}

    static void difference(float[] base, float[] plus, float[] minus, float[] out, int size) {
        for (int i = 0; i < size; i++) {
            out[i] = base[i] + (plus[i] - minus[i]);
        }
    }

    static void move(float[] base, float factor, float[] direction, float[] out, int size) {
        for (int i = 0; i < size; i++) {
            out[i] = base[i] + factor * direction[i];
        }
    }

    static void mix(float decay, float[] average, float[] values, int size) {
        float rest = 1 - decay;
        for (int i = 0; i < size; i++) {
            average[i] = decay * average[i] + rest * values[i];
        }
    }

    /** out = {@code row}, {@code rows} times. */
    static void repeat(float[] row, int width, int rows, float[] out) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(row, 0, out, i * width, width);
        }
    }

    /** columns = the sums over the rows, four rows at a time. */
    static void sumRows(float[] values, int rows, int width, float[] columns) {
        java.util.Arrays.fill(columns, 0, width, 0);
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            int first = row * width;
            int second = first + width;
            int third = second + width;
            int fourth = third + width;
            for (int j = 0; j < width; j++) {
                columns[j] += (values[first + j] + values[second + j]) + (values[third + j] + values[fourth + j]);
            }
        }
        for (; row < rows; row++) {
            for (int j = 0; j < width; j++) {
                columns[j] += values[row * width + j];
            }
        }
    }

    /** Σ x², in float32 within blocks of partial sums, their total in double precision. */
    static double squares(float[] x, int size, float[] scratch) {
        int lanes = Math.min(size, BLOCK);
        java.util.Arrays.fill(scratch, 0, lanes, 0);
        for (int from = 0; from < size; from += lanes) {
            addSquares(x, from, Math.min(lanes, size - from), scratch);
        }
        // four sums, for each addition would else wait for the one before
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 4 <= lanes; i += 4) {
            first += scratch[i];
            second += scratch[i + 1];
            third += scratch[i + 2];
            fourth += scratch[i + 3];
        }
        for (; i < lanes; i++) {
            first += scratch[i];
        }
        return (first + second) + (third + fourth);
    }

    private static void addSquares(float[] x, int from, int count, float[] sums) {
        for (int i = 0; i < count; i++) {
            sums[i] += x[from + i] * x[from + i];
        }
    }

    static double dot(float[] a, float[] b, int size) {
        double total = 0;
        for (int i = 0; i < size; i++) {
            total += (double) a[i] * b[i];
        }
        return total;
    }
}
