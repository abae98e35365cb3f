package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleSupplier;
import org.somata.model.numerics.Matrix;

/** Gradients by central differences, in double precision. */
public final class FiniteDifferences {
    private static final double STEP = 1e-5;

    private FiniteDifferences() {}

    /** The derivatives of {@code loss}, which reads {@code parameter}, are the numbers of {@code gradient}. */
    public static void assertGradient(DoubleSupplier loss, Matrix parameter, Matrix gradient) {
        assertGradient(loss, parameter, gradient.toDoubles(), 1);
    }

    /** As above, {@code gradient} being {@code factor} times the derivatives. */
    public static void assertGradient(DoubleSupplier loss, Matrix parameter, double[] gradient, double factor) {
        double[] values = parameter.toDoubles();
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            values[i] = value + STEP;
            parameter.write(values);
            double above = loss.getAsDouble();
            values[i] = value - STEP;
            parameter.write(values);
            double below = loss.getAsDouble();
            values[i] = value;
            assertEquals(factor * (above - below) / (2 * STEP), gradient[i], 1e-7, "number " + i);
            largest = Math.max(largest, Math.abs(gradient[i]));
        }
        parameter.write(values);
        assertTrue(largest > 1e-3, "nothing to compare: the largest derivative is " + largest);
    }
}
