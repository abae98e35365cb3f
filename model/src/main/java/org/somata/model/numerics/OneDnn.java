package org.somata.model.numerics;

import org.bytedeco.dnnl.global.dnnl;

/**
 * oneDNN's matrix product, which writes its machine code for the processor and the shape when it is first asked. In a
 * training step of section 3.1's network it took 115 µs where OpenBLAS took 141 (Zen 4, 100×240 by 240×240); it is slower
 * to call, and hardly faster for matrices ten times as large. It cannot be told the number of threads but by the
 * environment, so it is used only where that says one.
 */
final class OneDnn {
    /** Multiplications of a product that is worth the call: that of 10 examples, 240 units and 240 is. */
    private static final long LEAST = 300_000;

    private static final boolean THERE = load();

    private OneDnn() {}

    private static boolean load() {
        if (!"1".equals(System.getenv("OMP_NUM_THREADS"))) {
            return false;
        }
        try {
            return !dnnl.dnnl_version().isNull();
        } catch (LinkageError noMachineCodeForThisSystem) {
            return false;
        }
    }

    /** Whether this process can use it. */
    static boolean isThere() {
        return THERE;
    }

    /** Whether a product of rows × inner by inner × columns is to be done here. */
    static boolean takes(int rows, int inner, int columns) {
        return THERE && (long) rows * inner * columns >= LEAST;
    }

    /** As {@link Blas#product}, of shapes that fit. */
    static void product(
            ArrayMatrix a,
            boolean transposeA,
            ArrayMatrix b,
            boolean transposeB,
            float kept,
            ArrayMatrix out,
            int inner) {
        int status = dnnl.dnnl_sgemm(
                letter(transposeA),
                letter(transposeB),
                out.rows(),
                out.columns(),
                inner,
                1,
                a.floats,
                a.columns(),
                b.floats,
                b.columns(),
                kept,
                out.floats,
                out.columns());
        if (status != dnnl.dnnl_success) {
            throw new IllegalStateException("oneDNN failed with status " + status + " at " + a + " by " + b);
        }
    }

    private static byte letter(boolean transpose) {
        return (byte) (transpose ? 'T' : 'N');
    }
}
