package org.somata.experiments.library;

import org.somata.model.learning.Optimiser;

/** The optimisers with the values that an experiment file has by default; for others, make a {@link Optimiser}. */
public final class Optimisers {
    private Optimisers() {}

    /** Graves's RMSprop, that of the authors of difference target propagation. */
    public static Optimiser centredRmsprop() {
        return new Optimiser.CentredRmsprop(0.95, 0.9, 0.001);
    }

    /** Hinton's RMSprop. */
    public static Optimiser rmsprop() {
        return new Optimiser.Rmsprop(0.9, 1e-8);
    }

    /** Plain gradient descent, without momentum. */
    public static Optimiser sgd() {
        return new Optimiser.Sgd(0);
    }

    public static Optimiser adam() {
        return new Optimiser.Adam(0.9, 0.999, 1e-8);
    }
}
