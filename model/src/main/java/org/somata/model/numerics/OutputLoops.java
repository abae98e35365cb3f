package org.somata.model.numerics;

import org.somata.model.learning.OutputLoss;

/** The output layer's few units, in double precision inside: outputs and their gradients for class labels. */
final class OutputLoops {
    private OutputLoops() {}

    /** a ← s(a + bias) of the loss's output function, row by row. */
    static void activate(OutputLoss loss, float[] a, float[] bias, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            int at = row * width;
            switch (loss) {
                case SOFTMAX_CROSS_ENTROPY -> softmax(a, at, bias, width);
                case BINOMIAL_CROSS_ENTROPY -> {
                    for (int j = 0; j < width; j++) {
                        a[at + j] = (float) Nonlinearity.SIGMOID.value((double) a[at + j] + bias[j]);
                    }
                }
                case MEAN_SQUARED_ERROR -> {
                    for (int j = 0; j < width; j++) {
                        a[at + j] += bias[j];
                    }
                }
            }
        }
    }

    private static void softmax(float[] a, int at, float[] bias, int width) {
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < width; j++) {
            most = Math.max(most, (double) a[at + j] + bias[j]);
        }
        double total = 0;
        for (int j = 0; j < width; j++) {
            total += Math.exp((double) a[at + j] + bias[j] - most);
        }
        for (int j = 0; j < width; j++) {
            a[at + j] = (float) (Math.exp((double) a[at + j] + bias[j] - most) / total);
        }
    }

    static double gradient(OutputLoss loss, float[] output, int[] labels, float[] delta, int rows, int width) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < width; j++) {
                int at = row * width + j;
                double wanted = labels[row] == j ? 1 : 0;
                total += loss.ofUnit(output[at], wanted);
                delta[at] = (float) (loss.slopeOfUnit(output[at], wanted) / rows);
            }
        }
        return total;
    }

    static int mistakes(float[] output, int[] labels, int rows, int width) {
        int count = 0;
        for (int row = 0; row < rows; row++) {
            int best = 0;
            for (int j = 1; j < width; j++) {
                if (output[row * width + j] > output[row * width + best]) {
                    best = j;
                }
            }
            count += best == labels[row] ? 0 : 1;
        }
        return count;
    }
}
