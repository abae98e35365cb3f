package org.somata.experiments.bench;

import java.util.Arrays;

/** Some measurements: the middle one, the smallest and the largest. */
record Spread(double median, double min, double max) {
    static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
}
