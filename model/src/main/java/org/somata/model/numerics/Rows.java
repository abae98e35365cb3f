package org.somata.model.numerics;

import java.util.Arrays;

/** Several blocks of rows brought together in one: draws of the same examples, one block after the other. */
public final class Rows {
    private Rows() {}

    /** out = factor · the sum of {@code tall}'s blocks of as many rows as {@code out} has; in double precision. */
    public static void sum(Matrix tall, double factor, Matrix out) {
        int size = out.size();
        if (tall.columns() != out.columns() || size == 0 || tall.rows() % out.rows() != 0) {
            throw new IllegalArgumentException("cannot bring " + tall + " together in " + out);
        }
        if (out.hollow()) {
            return;
        }
        double[] sums = Scratch.get().doubles(size);
        Arrays.fill(sums, 0, size, 0);
        if (tall.wide()) {
            add(tall.toDoubles(), size, sums);
        } else {
            float[] values = Scratch.get().floats(0, tall.size());
            tall.read(values);
            for (int i = 0; i < tall.size(); i++) {
                sums[i % size] += values[i];
            }
        }
        for (int i = 0; i < size; i++) {
            sums[i] *= factor;
        }
        write(sums, out);
    }

    private static void add(double[] values, int size, double[] sums) {
        for (int i = 0; i < values.length; i++) {
            sums[i % size] += values[i];
        }
    }

    private static void write(double[] sums, Matrix out) {
        if (out.wide()) {
            out.write(sums);
            return;
        }
        float[] narrow = Scratch.get().floats(1, out.size());
        for (int i = 0; i < out.size(); i++) {
            narrow[i] = (float) sums[i];
        }
        out.write(narrow);
    }
}
