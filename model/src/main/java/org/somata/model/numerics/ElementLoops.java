package org.somata.model.numerics;

/**
 * Single passes over arrays. The JIT vectorises a loop over a whole array, but hardly one over a row of 240: between the
 * elements before an aligned address and those after the last unrolled block not many are left. So a batch is one flat
 * array here, and a bias is first repeated for every row.
 */
final class ElementLoops {
    private static final int BLOCK = 2048;

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

    /**
     * Σ x²: eight sums side by side, in float32 within a block and in double precision over the blocks. The JIT would not
     * vectorise a sum, and one alone would have each addition wait for the one before.
     */
    static double squares(float[] x, int size) {
        double total = 0;
        int whole = size - size % 8;
        for (int from = 0; from < whole; from += BLOCK) {
            total += squares(x, from, Math.min(from + BLOCK, whole));
        }
        for (int i = whole; i < size; i++) {
            total += x[i] * x[i];
        }
        return total;
    }

    private static double squares(float[] x, int from, int to) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        for (int i = from; i < to; i += 8) {
            a += x[i] * x[i];
            b += x[i + 1] * x[i + 1];
            c += x[i + 2] * x[i + 2];
            d += x[i + 3] * x[i + 3];
            e += x[i + 4] * x[i + 4];
            f += x[i + 5] * x[i + 5];
            g += x[i + 6] * x[i + 6];
            h += x[i + 7] * x[i + 7];
        }
        return (((double) a + b) + ((double) c + d)) + (((double) e + f) + ((double) g + h));
    }

    static double dot(float[] a, float[] b, int size) {
        double total = 0;
        for (int i = 0; i < size; i++) {
            total += (double) a[i] * b[i];
        }
        return total;
    }
}
