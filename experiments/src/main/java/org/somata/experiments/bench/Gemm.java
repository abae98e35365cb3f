package org.somata.experiments.bench;

import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/** The matrix product that a step is made of: 100×240 by 240×240, on one thread. */
final class Gemm {
    private static final int EXAMPLES = 100;
    private static final int UNITS = 240;
    private static final int ROUNDS = 5;
    private static final int PRODUCTS = 2000;

    private Gemm() {}

    /** 10⁹ floating-point operations a second. */
    static Spread gigaflops() {
        Kernels kernels = Backend.fused();
        Matrix signal = random(kernels, EXAMPLES, 1);
        Matrix weights = random(kernels, UNITS, 2);
        Matrix out = kernels.matrix(EXAMPLES, UNITS);
        double[] rounds = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            for (int i = 0; i < PRODUCTS; i++) {
                kernels.product(signal, false, weights, true, out);
            }
            double operations = 2.0 * EXAMPLES * UNITS * UNITS * PRODUCTS;
            if (round >= 0) {
                rounds[round] = operations / (System.nanoTime() - begin);
            }
        }
        return Spread.of(rounds);
    }

    private static Matrix random(Kernels kernels, int rows, long key) {
        Matrix matrix = kernels.matrix(rows, UNITS);
        float[] values = new float[matrix.size()];
        Chance.normals(key, values, values.length);
        matrix.write(values);
        return matrix;
    }
}
