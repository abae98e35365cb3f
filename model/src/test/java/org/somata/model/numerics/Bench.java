package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Kernels under test, with matrices of arbitrary numbers for them. On a bench of views a matrix is the first rows of a
 * larger one, whose other rows nobody may touch.
 */
final class Bench {
    private static final int ROWS_BEYOND = 2;
    private static final double UNTOUCHED = 777;

    final Kernels kernels;
    /** Half the distance from 1 to the next number. */
    final double roundoff;
    /** The relative error granted to a sum over a whole matrix of like signs. */
    final double sumError;

    private final boolean views;
    private final List<Matrix> wholes = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);

    private Bench(Kernels kernels, double roundoff, double sumError, boolean views) {
        this.kernels = kernels;
        this.roundoff = roundoff;
        this.sumError = sumError;
        this.views = views;
    }

    /** Both implementations, and the double-precision path that others are measured against. */
    static Stream<Bench> all() {
        return Stream.of(true, false)
                .flatMap(views -> Stream.of(
                        new Bench(Backend.fused(), 0x1p-24, 2e-6, views),
                        new Bench(Backend.nd4j(), 0x1p-24, 1e-4, views),
                        new Bench(Backend.doublePrecision(), 0x1p-53, 1e-13, views)));
    }

    /** A matrix for products, of these numbers rounded to the kernels' precision. */
    Matrix matrix(int rows, int columns, double[] values) {
        return fill(kernels.matrix(rows + (views ? ROWS_BEYOND : 0), columns), rows, values);
    }

    /** A matrix for products, of garbage that must be overwritten. */
    Matrix matrix(int rows, int columns) {
        return matrix(rows, columns, numbers(rows * columns, -9, 9));
    }

    /** A matrix for element-wise work. */
    Matrix state(int rows, int columns, double[] values) {
        return fill(kernels.state(rows + (views ? ROWS_BEYOND : 0), columns), rows, values);
    }

    Matrix state(int rows, int columns) {
        return state(rows, columns, numbers(rows * columns, -9, 9));
    }

    private Matrix fill(Matrix whole, int rows, double[] values) {
        double[] all = new double[whole.size()];
        java.util.Arrays.fill(all, UNTOUCHED);
        System.arraycopy(values, 0, all, 0, values.length);
        whole.write(all);
        wholes.add(whole);
        return whole.firstRows(rows);
    }

    /** Numbers of float32, evenly spread. */
    double[] numbers(int count, double from, double to) {
        return random.doubles(count, from, to).map(x -> (float) x).toArray();
    }

    int[] labels(int count, int classes) {
        return random.ints(count, 0, classes).toArray();
    }

    /** Each number within {@code factor} units of roundoff of {@code scale}. */
    void assertNear(double[] expected, double[] scale, double factor, Matrix actual) {
        double[] values = actual.toDoubles();
        assertEquals(expected.length, values.length);
        for (int i = 0; i < values.length; i++) {
            int number = i;
            assertEquals(expected[i], values[i], factor * roundoff * scale[i], () -> "number " + number);
        }
    }

    void assertNothingBeyondTouched() {
        int beyond = views ? ROWS_BEYOND : 0;
        for (Matrix whole : wholes) {
            double[] all = whole.toDoubles();
            for (int i = (whole.rows() - beyond) * whole.columns(); i < all.length; i++) {
                assertTrue(all[i] == UNTOUCHED, "a row beyond the view has changed");
            }
        }
    }

    @Override
    public String toString() {
        return kernels.name() + (views ? ", on views" : "");
    }
}
