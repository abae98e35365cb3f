package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixTest {
    private static final double[] NUMBERS = {1, 2, 3, 4, 5, 0.1};

    static Stream<Kernels> kernels() {
        return Stream.of(Backend.fused(), Backend.nd4j(), Backend.doublePrecision());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void numbersComeBackInTheirOrder(Kernels kernels) {
        for (Matrix matrix : new Matrix[] {kernels.matrix(2, 3), kernels.state(2, 3)}) {
            assertArrayEquals(new double[6], matrix.toDoubles());
            matrix.write(new float[] {1, 2, 3, 4, 5, 0.1f, 9, 9});
            assertArrayEquals(new float[] {1, 2, 3, 4, 5, 0.1f}, matrix.toFloats());
            matrix.write(NUMBERS);
            double resolution = matrix.wide() ? 0 : 1e-8;
            assertArrayEquals(NUMBERS, matrix.toDoubles(), resolution);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theFirstRowsAreOnTheSameStorage(Kernels kernels) {
        for (Matrix matrix : new Matrix[] {kernels.matrix(3, 2), kernels.state(3, 2)}) {
            matrix.write(NUMBERS);
            assertSame(matrix, matrix.firstRows(3));
            Matrix first = matrix.firstRows(2);
            assertEquals("2 × 2", first.toString());
            assertArrayEquals(new float[] {1, 2, 3, 4}, first.toFloats());
            first.write(new float[] {6, 7, 8, 9});
            assertArrayEquals(new float[] {6, 7, 8, 9, 5, 0.1f}, matrix.toFloats());
        }
    }

    /** A checkpoint of one kernels' network can be taken up by another's. */
    @ParameterizedTest
    @MethodSource("kernels")
    void copiesGoBetweenKernels(Kernels to) {
        kernels().forEach(from -> {
            Matrix source = from.matrix(2, 3);
            source.write(NUMBERS);
            Matrix copy = to.state(2, 3);
            copy.copyFrom(source);
            assertArrayEquals(NUMBERS, copy.toDoubles(), source.wide() && copy.wide() ? 0 : 1e-8);
        });
        Matrix other = to.matrix(3, 2);
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> to.matrix(2, 3).copyFrom(other));
        assertEquals("cannot copy a matrix of 3 × 2 into one of 2 × 3", refusal.getMessage());
    }
}
