package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nonlinearities and their chain rules against {@link Nonlinearity}'s definitions, in units of roundoff. */
class NonlinearityKernelsTest {
    /** Saturating functions: absolute. The others: of the sum that they round. */
    private static final double FACTOR = 8;

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Shape#onEveryBench")
    void activateAddsTheBiasToEachRow(Bench bench, Shape shape) {
        for (Nonlinearity s : Nonlinearity.values()) {
            double[] a = bench.numbers(shape.size(), -4, 4);
            double[] bias = bench.numbers(shape.columns(), -1, 1);
            double[] expected = new double[a.length];
            double[] scale = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                expected[i] = s.value(a[i] + bias[i % shape.columns()]);
                scale[i] = Math.max(1, Math.abs(expected[i]));
            }
            Matrix row = bench.state(1, shape.columns(), bias);
            Matrix out = bench.matrix(shape.rows(), shape.columns());
            bench.kernels.activate(s, bench.matrix(shape.rows(), shape.columns(), a), row, out);
            bench.assertNear(expected, scale, FACTOR, out);
            Matrix inPlace = bench.matrix(shape.rows(), shape.columns(), a);
            bench.kernels.activate(s, inPlace, row, inPlace);
            bench.assertNear(expected, scale, FACTOR, inPlace);
        }
        bench.assertNothingBeyondTouched();
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Shape#onEveryBench")
    void chainMultipliesByTheSlopeAndSumsTheBatch(Bench bench, Shape shape) {
        for (Nonlinearity s : Nonlinearity.values()) {
            double[] credit = bench.numbers(shape.size(), -1, 1);
            double[] value = values(bench, s, shape.size());
            double[] expected = new double[credit.length];
            for (int i = 0; i < credit.length; i++) {
                expected[i] = credit[i] * s.slope(value[i]);
            }
            Matrix inPlace = bench.matrix(shape.rows(), shape.columns(), credit);
            Matrix sums = bench.state(1, shape.columns());
            bench.kernels.chain(s, inPlace, bench.matrix(shape.rows(), shape.columns(), value), inPlace, sums);
            check(bench, shape, expected, 1, inPlace, sums);
        }
        bench.assertNothingBeyondTouched();
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Shape#onEveryBench")
    void distanceGradientIsThatOfTheSquaredDistance(Bench bench, Shape shape) {
        for (Nonlinearity s : Nonlinearity.values()) {
            double[] value = values(bench, s, shape.size());
            double[] target = bench.numbers(shape.size(), -1, 1);
            double[] expected = new double[value.length];
            double distance = 0;
            for (int i = 0; i < value.length; i++) {
                expected[i] = 0.02 * (value[i] - target[i]) * s.slope(value[i]);
                distance += (value[i] - target[i]) * (value[i] - target[i]);
            }
            Matrix inPlace = bench.matrix(shape.rows(), shape.columns(), value);
            Matrix at = bench.matrix(shape.rows(), shape.columns(), target);
            Matrix sums = bench.state(1, shape.columns());
            assertEquals(
                    distance,
                    bench.kernels.distanceGradient(s, inPlace, at, 0.02, inPlace, sums),
                    bench.sumError * distance);
            check(bench, shape, expected, 0.04, inPlace, sums);
        }
        bench.assertNothingBeyondTouched();
    }

    /** {@code magnitude} bounds a number of delta; the sums over a batch round once for each example more. */
    private static void check(
            Bench bench, Shape shape, double[] expected, double magnitude, Matrix delta, Matrix sums) {
        double[] scale = new double[expected.length];
        Arrays.fill(scale, magnitude);
        bench.assertNear(expected, scale, FACTOR, delta);
        double[] columns = new double[shape.columns()];
        for (int i = 0; i < expected.length; i++) {
            columns[i % shape.columns()] += expected[i];
        }
        Arrays.fill(scale, magnitude * shape.rows());
        bench.assertNear(columns, scale, FACTOR + shape.rows(), sums);
    }

    /** Numbers in the range of s, its ends among them. */
    private static double[] values(Bench bench, Nonlinearity s, int count) {
        double[] values = switch (s) {
            case TANH, LINEAR -> bench.numbers(count, -1, 1);
            case SIGMOID -> bench.numbers(count, 0, 1);
            case RELU ->
                Arrays.stream(bench.numbers(count, -1, 1))
                        .map(x -> Math.max(0, x))
                        .toArray();
        };
        values[0] = 1;
        values[count - 1] = s == Nonlinearity.TANH ? -1 : 0;
        return values;
    }
}
