package org.somata.experiments.report.charts;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What a line goes through, from left to right. Places without a value are left out: the line goes on past them. */
public record Points(double[] x, double[] y) {
    public Points {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " places for " + y.length + " values");
        }
        double[] values = y;
        int[] known = IntStream.range(0, x.length)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
        x = pick(x, known);
        y = pick(y, known);
    }

    private static double[] pick(double[] from, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> from[i]).toArray();
    }

    public boolean isEmpty() {
        return x.length == 0;
    }

    public int size() {
        return x.length;
    }

    public DoubleStream places() {
        return Arrays.stream(x);
    }

    public DoubleStream values() {
        return Arrays.stream(y);
    }

    public double lastX() {
        return x[x.length - 1];
    }

    public double last() {
        return y[y.length - 1];
    }
}
