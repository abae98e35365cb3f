package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductTest {
    /** The bound on a sum of k products, however it is ordered: k units of roundoff of the sum of their magnitudes. */
    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Shape#onEveryBench")
    void productsAndThoseOfTransposesAreSumsOfProducts(Bench bench, Shape shape) {
        for (int inner : new int[] {1, 5, 240}) {
            for (int which = 0; which < 4; which++) {
                product(bench, shape, inner, which % 2 == 1, which / 2 == 1);
            }
        }
        bench.assertNothingBeyondTouched();
    }

    private static void product(Bench bench, Shape shape, int inner, boolean transposeA, boolean transposeB) {
        int rows = shape.rows();
        int columns = shape.columns();
        double[] a = bench.numbers(rows * inner, -1, 1);
        double[] b = bench.numbers(inner * columns, -1, 1);
        Matrix left = transposeA ? bench.matrix(inner, rows, a) : bench.matrix(rows, inner, a);
        Matrix right = transposeB ? bench.matrix(columns, inner, b) : bench.matrix(inner, columns, b);
        Matrix out = bench.matrix(rows, columns);
        bench.kernels.product(left, transposeA, right, transposeB, out);

        double[] expected = new double[shape.size()];
        double[] magnitude = new double[shape.size()];
        for (int i = 0; i < expected.length; i++) {
            for (int k = 0; k < inner; k++) {
                double x = transposeA ? a[k * rows + i / columns] : a[i / columns * inner + k];
                double y = transposeB ? b[i % columns * inner + k] : b[k * columns + i % columns];
                expected[i] += x * y;
                magnitude[i] += Math.abs(x * y);
            }
        }
        bench.assertNear(expected, magnitude, inner + 1, out);

        bench.kernels.addProduct(left, transposeA, right, transposeB, out);
        for (int i = 0; i < expected.length; i++) {
            expected[i] *= 2;
            magnitude[i] *= 2;
        }
        bench.assertNear(expected, magnitude, inner + 2, out);
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.Shape#onEveryBench")
    void dotSumsTheProductsOfAll(Bench bench, Shape shape) {
        double[] a = bench.numbers(shape.size(), 0, 1);
        double[] b = bench.numbers(shape.size(), 0, 1);
        double expected = 0;
        for (int i = 0; i < a.length; i++) {
            expected += a[i] * b[i];
        }
        // an angle of 0.01° is 1.5e-8 of its cosine, and diagnostics must see it
        double tolerance = Math.min(bench.sumError, 1e-8) * expected;
        Matrix x = bench.matrix(shape.rows(), shape.columns(), a);
        Matrix y = bench.matrix(shape.rows(), shape.columns(), b);
        assertEquals(expected, bench.kernels.dot(x, y), tolerance);
        Matrix u = bench.state(shape.rows(), shape.columns(), a);
        Matrix v = bench.state(shape.rows(), shape.columns(), b);
        assertEquals(expected, bench.kernels.dot(u, v), tolerance);
    }

    @Test
    void plainLoopsAndDirectBlasRefuseShapesThatDoNotFit() {
        for (Kernels kernels : List.of(Backend.fused(), Backend.doublePrecision())) {
            Matrix a = kernels.matrix(2, 3);
            Matrix b = kernels.matrix(4, 5);
            Matrix out = kernels.matrix(2, 5);
            var refusal = assertThrows(IllegalArgumentException.class, () -> kernels.product(a, false, b, true, out));
            assertEquals("product of 2 × 3 and 4 × 5 transposed into 2 × 5", refusal.getMessage());
        }
    }
}
