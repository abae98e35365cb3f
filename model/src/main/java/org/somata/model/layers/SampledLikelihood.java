package org.somata.model.layers;

import org.somata.model.numerics.Matrix;

/**
 * The likelihood of a stochastic network with M draws of each example (Raiko et al. 2014): L = −ln (1/M) Σ_m p_m, p_m
 * being the softmax's output for the label with draw m. Rows are draws, M blocks of the B examples.
 */
final class SampledLikelihood {
    private SampledLikelihood() {}

    /**
     * delta = ∂L/∂a / B, for draw m that of a single one, h − y, weighted by p_m / Σ p; its sums over rows in
     * {@code sums}.
     *
     * @param output softmax outputs, M·B × n
     * @return the loss summed over the examples, in nats
     */
    static double gradient(Matrix output, int[] labels, int examples, Matrix delta, Matrix sums) {
        int width = output.columns();
        int draws = output.rows() / examples;
        double[] h = output.toDoubles();
        double[] gradient = new double[h.length];
        double[] columns = new double[width];
        double loss = 0;
        for (int example = 0; example < examples; example++) {
            int label = labels[example];
            double total = 0;
            for (int draw = 0; draw < draws; draw++) {
                total += probability(h[(draw * examples + example) * width + label]);
            }
            loss -= Math.log(total / draws);
            for (int draw = 0; draw < draws; draw++) {
                int row = (draw * examples + example) * width;
                double weight = probability(h[row + label]) / total / examples;
                for (int j = 0; j < width; j++) {
                    gradient[row + j] = weight * (h[row + j] - (j == label ? 1 : 0));
                    columns[j] += gradient[row + j];
                }
            }
        }
        delta.write(gradient);
        sums.write(columns);
        return loss;
    }

    /** Kept above 0 where float32 has rounded it to that; NaN stays NaN. */
    private static double probability(double p) {
        return p < Float.MIN_NORMAL ? Float.MIN_NORMAL : p;
    }
}
