package org.somata.experiments.bench;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Some measurements: the middle one, the smallest and the largest. */
public record Spread(double median, double min, double max) {
    static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /** Something known for certain. */
    static Spread exactly(double value) {
        return new Spread(value, value, value);
    }

    /** What a function makes of each measurement; it may fall as they rise. */
    Spread map(DoubleUnaryOperator function) {
        return of(function.applyAsDouble(min), function.applyAsDouble(median), function.applyAsDouble(max));
    }
}
