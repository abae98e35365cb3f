package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against Φ⁻¹ in double precision, on every 101st of the numbers that the generator can give and on the last 2,000. */
class NormalQuantileTest {
    private static final int GRID = 1 << 23;

    /** Measured: 1.07e-6, at 0.567. */
    @Test
    void theRelativeErrorIsBelowTwoMillionths() {
        double worst = 0;
        for (int k = 0; k < GRID; k += k < GRID - 2000 ? 101 : 1) {
            float[] x = {(k + 0.5f) * 0x1p-23f};
            double p = (1 + (double) x[0]) / 2;
            NormalQuantile.apply(x, 1);
            worst = Math.max(worst, Math.abs(x[0] / Normal.quantile(p, x[0]) - 1));
        }
        assertTrue(worst < 2e-6, "relative error " + worst);
    }

    @Test
    void itIsOddAndRises() {
        float[] right = new float[GRID];
        float[] left = new float[GRID];
        for (int k = 0; k < GRID; k++) {
            right[k] = (k + 0.5f) * 0x1p-23f;
            left[k] = -right[k];
        }
        NormalQuantile.apply(right, GRID);
        NormalQuantile.apply(left, GRID);
        double fall = 0;
        for (int k = 0; k < GRID; k++) {
            left[k] = -left[k];
            fall = k == 0 ? 0 : Math.max(fall, 1 - (double) right[k] / right[k - 1]);
        }
        assertArrayEquals(right, left);
        // neighbours may change places by what they are rounded to, no more
        assertTrue(fall < 1e-6, "falls by " + fall);
        assertEquals(5.42, right[GRID - 1], 0.01);
    }
}
