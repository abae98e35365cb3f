package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels without a nonlinearity; where layers let the result take the place of an operand, so do the tests. */
class ElementKernelsTest {
    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Shape#onEveryBench")
    void moveAddsAMultiple(Bench bench, Shape shape) {
        double[] base = bench.numbers(shape.size(), -1, 1);
        double[] direction = bench.numbers(shape.size(), -1, 1);
        double[] expected = new double[shape.size()];
        double[] scale = new double[shape.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = base[i] - 0.3 * direction[i];
            scale[i] = Math.abs(base[i]) + 0.3 * Math.abs(direction[i]);
        }
        Matrix out = bench.matrix(shape.rows(), shape.columns());
        bench.kernels.move(in(bench, shape, base), -0.3, in(bench, shape, direction), out);
        bench.assertNear(expected, scale, 3, out);
        bench.assertNothingBeyondTouched();
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Shape#onEveryBench")
    void differenceCorrectsTheBase(Bench bench, Shape shape) {
        double[] base = bench.numbers(shape.size(), -1, 1);
        double[] plus = bench.numbers(shape.size(), -1, 1);
        double[] minus = bench.numbers(shape.size(), -1, 1);
        double[] expected = new double[shape.size()];
        double[] scale = new double[shape.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = base[i] + (plus[i] - minus[i]);
            scale[i] = Math.abs(base[i]) + 2 * Math.abs(plus[i] - minus[i]);
        }
        Matrix inPlaceOfPlus = in(bench, shape, plus);
        bench.kernels.difference(in(bench, shape, base), inPlaceOfPlus, in(bench, shape, minus), inPlaceOfPlus);
        bench.assertNear(expected, scale, 1, inPlaceOfPlus);
        bench.assertNothingBeyondTouched();
    }

    /** The difference is taken first: a large correction of equal terms must not round the base (Eq. 21). */
    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Shape#onEveryBench")
    void noDifferenceLeavesTheBaseToTheBit(Bench bench, Shape shape) {
        double[] base = bench.numbers(shape.size(), -1e-3, 1e-3);
        Matrix same = in(bench, shape, bench.numbers(shape.size(), 1e3, 1e4));
        Matrix out = bench.matrix(shape.rows(), shape.columns());
        bench.kernels.difference(in(bench, shape, base), same, same, out);
        assertArrayEquals(base, out.toDoubles());
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Shape#onEveryBench")
    void noiseIsTheNamedDrawTimesTheDeviation(Bench bench, Shape shape) {
        double[] x = bench.numbers(shape.size(), -1, 1);
        float[] normals = new float[shape.size()];
        Chance.normals(42, normals, normals.length);
        double[] expected = new double[shape.size()];
        double[] scale = new double[shape.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = x[i] + 0.36 * normals[i];
            scale[i] = Math.abs(x[i]) + 0.36 * Math.abs(normals[i]);
        }
        Matrix inPlace = in(bench, shape, x);
        bench.kernels.addNoise(inPlace, 0.36, 42, inPlace);
        bench.assertNear(expected, scale, 3, inPlace);
        bench.assertNothingBeyondTouched();
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Shape#onEveryBench")
    void averageDecaysTowardsTheValue(Bench bench, Shape shape) {
        double[] average = bench.numbers(shape.size(), -1, 1);
        double[] value = bench.numbers(shape.size(), -1, 1);
        double[] expected = new double[shape.size()];
        double[] scale = new double[shape.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = 0.999 * average[i] + 0.001 * value[i];
            scale[i] = Math.abs(average[i]) + Math.abs(value[i]);
        }
        Matrix inPlace = in(bench, shape, average);
        bench.kernels.average(inPlace, 0.999, in(bench, shape, value));
        bench.assertNear(expected, scale, 3, inPlace);
        Matrix state = bench.state(shape.rows(), shape.columns(), average);
        bench.kernels.average(state, 0.999, bench.state(shape.rows(), shape.columns(), value));
        bench.assertNear(expected, scale, 3, state);
        bench.assertNothingBeyondTouched();
    }

    private static Matrix in(Bench bench, Shape shape, double[] values) {
        return bench.matrix(shape.rows(), shape.columns(), values);
    }
}
