package org.somata.model.numerics;

import java.util.List;
import org.somata.model.learning.Optimiser;

/** The optimisers' equations in float64, for one number at a time. */
interface DoubleOptimiser {
    /** The change of number {@code i}, whose gradient is {@code g}; brings its slots up to date. */
    double change(int i, double g);

    /** @param slots the numbers of {@link Optimiser#slots()} */
    static DoubleOptimiser of(Optimiser optimiser, double rate, long count, List<double[]> slots) {
        if (optimiser instanceof Optimiser.CentredRmsprop o) {
            return centredRmsprop(o, rate, slots.get(0), slots.get(1), slots.get(2));
        } else if (optimiser instanceof Optimiser.Rmsprop o) {
            double[] square = slots.get(0);
            return (i, g) -> -rate * g / (Math.sqrt(running(square, i, o.decay(), g * g)) + o.epsilon());
        } else if (optimiser instanceof Optimiser.Sgd o) {
            double[] momentum = slots.get(0);
            return (i, g) -> momentum[i] = o.momentum() * momentum[i] - rate * g;
        } else if (optimiser instanceof Optimiser.Adam o) {
            return adam(o, rate, count, slots.get(0), slots.get(1));
        }
        throw new IllegalArgumentException("no kernel for " + optimiser);
    }

    private static DoubleOptimiser centredRmsprop(
            Optimiser.CentredRmsprop o, double rate, double[] momentum, double[] mean, double[] square) {
        return (i, g) -> {
            double a = running(mean, i, o.decay(), g);
            double q = running(square, i, o.decay(), g * g);
            // never negative but by rounding
            double variance = Math.abs(q - a * a);
            momentum[i] = o.momentum() * momentum[i] - rate * g / Math.sqrt(variance + o.epsilon());
            return momentum[i];
        };
    }

    private static DoubleOptimiser adam(Optimiser.Adam o, double rate, long count, double[] mean, double[] square) {
        double step = rate / (1 - Math.pow(o.beta1(), count));
        double unbias = 1 / (1 - Math.pow(o.beta2(), count));
        return (i, g) -> {
            double a = running(mean, i, o.beta1(), g);
            double q = running(square, i, o.beta2(), g * g);
            return -step * a / (Math.sqrt(q * unbias) + o.epsilon());
        };
    }

    /** average_i ← decay · average_i + (1 − decay) · sample. */
    static double running(double[] average, int i, double decay, double sample) {
        average[i] = decay * average[i] + (1 - decay) * sample;
        return average[i];
    }
}
