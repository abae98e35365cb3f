package org.somata.experiments.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.somata.experiments.runs.Fingerprint;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/** Loads the native libraries and multiplies with them. */
final class KernelCheck {
    private static final int EXAMPLES = 100;
    private static final int UNITS = 240;
    private static final long TENTH_OF_A_SECOND = 100_000_000L;

    private final Kernels kernels = Backend.fused();
    private final Matrix signal = ones(EXAMPLES, UNITS);
    private final Matrix weights = ones(UNITS, UNITS);
    private final Matrix out = kernels.matrix(EXAMPLES, UNITS);

    private KernelCheck() {}

    static List<Finding> examine() {
        try {
            return new KernelCheck().findings();
        } catch (LinkageError | RuntimeException e) {
            Throwable first = e;
            while (first.getCause() != null) {
                first = first.getCause();
            }
            return List.of(Finding.required(
                    "kernels",
                    false,
                    "ND4J could not be loaded (" + first + "); it has code for Linux, macOS and Windows on x86-64 and"
                            + " for macOS on ARM"));
        }
    }

    private List<Finding> findings() {
        Fingerprint fingerprint = Fingerprint.here();
        multiply(TENTH_OF_A_SECOND);
        double gigaflops = multiply(2 * TENTH_OF_A_SECOND);
        boolean right = right();
        return List.of(
                Finding.ok("kernels", fingerprint.kernels() + ", native threads: " + Backend.nativeThreads()),
                Finding.required(
                        "product",
                        right,
                        String.format(
                                Locale.ROOT,
                                "%d x %d x %d: %s%.0f GFLOP/s on one thread",
                                EXAMPLES,
                                UNITS,
                                UNITS,
                                right ? "" : "WRONG (try another OPENBLAS_CORETYPE), ",
                                gigaflops)),
                Finding.ok("fingerprint", fingerprint.hash() + " (runs that share it can be compared byte by byte)"));
    }

    private Matrix ones(int rows, int columns) {
        float[] ones = new float[rows * columns];
        Arrays.fill(ones, 1);
        Matrix matrix = kernels.matrix(rows, columns);
        matrix.write(ones);
        return matrix;
    }

    /** As a layer's forward pass does, again and again for {@code nanoseconds}; returns GFLOP/s. */
    private double multiply(long nanoseconds) {
        long products = 0;
        long begin = System.nanoTime();
        long spent;
        do {
            kernels.product(signal, false, weights, true, out);
            products++;
            spent = System.nanoTime() - begin;
        } while (spent < nanoseconds);
        return 2.0 * EXAMPLES * UNITS * UNITS * products / spent;
    }

    /** Kernels for another processor have been known to give wrong numbers and no error. */
    private boolean right() {
        float[] sums = new float[out.size()];
        out.read(sums);
        for (float sum : sums) {
            if (sum != UNITS) {
                return false;
            }
        }
        return true;
    }
}
