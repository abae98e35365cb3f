package org.somata.model.numerics;

import org.somata.model.learning.Optimiser;

/** The equations in {@link Optimiser}'s words, for one number in double precision. */
final class ScalarOptimiser {
    private final Optimiser optimiser;
    private final double rate;
    private double m;
    private double a;
    private double q;
    private double meanBias = 1;
    private double squareBias = 1;

    ScalarOptimiser(Optimiser optimiser, double rate) {
        this.optimiser = optimiser;
        this.rate = rate;
    }

    /** What one update adds for the gradient {@code g}. */
    double change(double g) {
        if (optimiser instanceof Optimiser.CentredRmsprop o) {
            a = o.decay() * a + (1 - o.decay()) * g;
            q = o.decay() * q + (1 - o.decay()) * g * g;
            m = o.momentum() * m - rate * g / Math.sqrt(q - a * a + o.epsilon());
            return m;
        }
        if (optimiser instanceof Optimiser.Rmsprop o) {
            q = o.decay() * q + (1 - o.decay()) * g * g;
            return -rate * g / (Math.sqrt(q) + o.epsilon());
        }
        if (optimiser instanceof Optimiser.Sgd o) {
            m = o.momentum() * m - rate * g;
            return m;
        }
        Optimiser.Adam o = (Optimiser.Adam) optimiser;
        a = o.beta1() * a + (1 - o.beta1()) * g;
        q = o.beta2() * q + (1 - o.beta2()) * g * g;
        meanBias *= o.beta1();
        squareBias *= o.beta2();
        return -rate * (a / (1 - meanBias)) / (Math.sqrt(q / (1 - squareBias)) + o.epsilon());
    }
}
