package org.somata.model.numerics;

import org.somata.model.learning.OutputLoss;

/** Outputs and their gradients for class labels in float64. */
final class DoubleOutputs {
    private DoubleOutputs() {}

    /** out = softmax(a + bias), row by row. */
    static void softmax(double[] a, double[] bias, int rows, int width, double[] out) {
        for (int from = 0; from < rows * width; from += width) {
            double most = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < width; j++) {
                out[from + j] = a[from + j] + bias[j];
                most = Math.max(most, out[from + j]);
            }
            double total = 0;
            for (int j = 0; j < width; j++) {
                out[from + j] = Math.exp(out[from + j] - most);
                total += out[from + j];
            }
            for (int j = 0; j < width; j++) {
                out[from + j] /= total;
            }
        }
    }

    /** delta = ∂L/∂a / B; returns the loss summed over the examples. */
    static double gradient(OutputLoss loss, double[] output, int[] labels, double[] delta, int rows, int width) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < width; j++) {
                int at = row * width + j;
                double h = output[at];
                double wanted = labels[row] == j ? 1 : 0;
                total += loss.ofUnit(h, wanted);
                delta[at] = loss.slopeOfUnit(h, wanted) / rows;
            }
        }
        return total;
    }

    static int mistakes(double[] output, int[] labels, int rows, int width) {
        int count = 0;
        for (int row = 0; row < rows; row++) {
            int best = row * width;
            for (int at = best + 1; at < (row + 1) * width; at++) {
                if (output[at] > output[best]) {
                    best = at;
                }
            }
            count += best - row * width == labels[row] ? 0 : 1;
        }
        return count;
    }
}
