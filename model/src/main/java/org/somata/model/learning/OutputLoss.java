package org.somata.model.learning;

/**
 * The global loss L of Eq. 2 with the output function that belongs to it: summed over the output units, averaged over
 * the batch wherever a gradient is taken. The label's unit should be 1, all others 0.
 */
public enum OutputLoss {
    /** h = softmax a, L = −ln h_label, ∂L/∂a = h − y. */
    SOFTMAX_CROSS_ENTROPY {
        @Override
        public double ofUnit(double h, double wanted) {
            return wanted == 0 ? 0 : -wanted * ln(h);
        }

        @Override
        public double slopeOfUnit(double h, double wanted) {
            return h - wanted;
        }
    },
    /** h = 1/(1+e^−a), L = −Σ (y ln h + (1−y) ln(1−h)), ∂L/∂a = h − y. */
    BINOMIAL_CROSS_ENTROPY {
        @Override
        public double ofUnit(double h, double wanted) {
            return -wanted * ln(h) - (1 - wanted) * ln(1 - h);
        }

        @Override
        public double slopeOfUnit(double h, double wanted) {
            return h - wanted;
        }
    },
    /** h = a, L = Σ (h − y)², ∂L/∂a = 2 (h − y). */
    MEAN_SQUARED_ERROR {
        @Override
        public double ofUnit(double h, double wanted) {
            return (h - wanted) * (h - wanted);
        }

        @Override
        public double slopeOfUnit(double h, double wanted) {
            return 2 * (h - wanted);
        }
    };

    /** What one output unit adds to the loss of one example, in nats where it is a likelihood. */
    public abstract double ofUnit(double h, double wanted);

    /** ∂L/∂a of one unit and example. */
    public abstract double slopeOfUnit(double h, double wanted);

    /** The logarithm of a probability, kept finite where float32 has rounded it to 0; NaN stays NaN. */
    private static double ln(double p) {
        return Math.log(p < Float.MIN_NORMAL ? Float.MIN_NORMAL : p);
    }
}
