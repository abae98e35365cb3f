package org.somata.experiments.report.charts;

import java.util.stream.DoubleStream;

/**
 * What an axis has to hold.
 *
 * @param leastAboveZero the least that a logarithm takes; NaN where there is none
 * @param zeros whether there are any
 */
public record Extent(double least, double greatest, double leastAboveZero, boolean zeros) {
    public static Extent of(DoubleStream values) {
        double[] known = values.filter(Double::isFinite).toArray();
        return new Extent(
                DoubleStream.of(known).min().orElse(Double.NaN),
                DoubleStream.of(known).max().orElse(Double.NaN),
                DoubleStream.of(known).filter(value -> value > 0).min().orElse(Double.NaN),
                DoubleStream.of(known).anyMatch(value -> value == 0));
    }

    public boolean isEmpty() {
        return Double.isNaN(least);
    }
}
