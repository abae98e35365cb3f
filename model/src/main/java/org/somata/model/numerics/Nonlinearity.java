package org.somata.model.numerics;

/** The element-wise function s_i of a mapping, with its derivative written in terms of its value h = s(a). */
public enum Nonlinearity {
    /** h = tanh a, s′ = 1 − h². */
    TANH {
        @Override
        public double value(double a) {
            return Math.tanh(a);
        }

        @Override
        public double slope(double h) {
            return 1 - h * h;
        }
    },
    /** h = max(0, a), s′ = 1 where h > 0, else 0. */
    RELU {
        @Override
        public double value(double a) {
            return Math.max(0, a);
        }

        @Override
        public double slope(double h) {
            return h > 0 ? 1 : 0;
        }
    },
    /** h = 1 / (1 + e^−a), s′ = h (1 − h). */
    SIGMOID {
        @Override
        public double value(double a) {
            return 1 / (1 + Math.exp(-a));
        }

        @Override
        public double slope(double h) {
            return h * (1 - h);
        }
    },
    /** h = a, s′ = 1. */
    LINEAR {
        @Override
        public double value(double a) {
            return a;
        }

        @Override
        public double slope(double h) {
            return 1;
        }
    };

    /** s(a) in double precision: the definition that the kernels are tested against. */
    public abstract double value(double a);

    /** s′ at the place where the value is {@code h}. */
    public abstract double slope(double h);
}
