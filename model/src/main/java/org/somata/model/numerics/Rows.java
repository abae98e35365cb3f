package org.somata.model.numerics;

/** Several blocks of rows brought together in one: draws of the same examples, one block after the other. */
public final class Rows {
    private Rows() {}

    /** out = factor · the sum of {@code tall}'s blocks of as many rows as {@code out} has; in double precision. */
    public static void sum(Matrix tall, double factor, Matrix out) {
        int size = out.size();
        if (tall.columns() != out.columns() || size == 0 || tall.rows() % out.rows() != 0) {
            throw new IllegalArgumentException("cannot bring " + tall + " together in " + out);
        }
        double[] sums = new double[size];
        double[] values = tall.toDoubles();
        for (int i = 0; i < values.length; i++) {
            sums[i % size] += values[i];
        }
        for (int i = 0; i < size; i++) {
            sums[i] *= factor;
        }
        out.write(sums);
    }
}
