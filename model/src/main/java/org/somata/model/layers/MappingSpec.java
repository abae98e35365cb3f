package org.somata.model.layers;

import org.somata.model.learning.Coping;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Optimiser;
import org.somata.model.numerics.Nonlinearity;

/**
 * A mapping s(W x + b) from {@code inputs} to {@code outputs} numbers, and how it learns.
 *
 * @param coping what it makes of gradients that are stale
 */
public record MappingSpec(
        int inputs,
        int outputs,
        Nonlinearity nonlinearity,
        Initialisation initialisation,
        Optimiser optimiser,
        Decaying rate,
        Coping coping) {
    /** A mapping that learns from each gradient, however stale. */
    public MappingSpec(
            int inputs,
            int outputs,
            Nonlinearity nonlinearity,
            Initialisation initialisation,
            Optimiser optimiser,
            Decaying rate) {
        this(inputs, outputs, nonlinearity, initialisation, optimiser, rate, Coping.NONE);
    }

    public MappingSpec {
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException("a mapping from " + inputs + " to " + outputs + " numbers");
        }
        if (coping.momentumCorrected() && !optimiser.hasMomentum()) {
            throw new IllegalArgumentException("a momentum corrected for staleness, but " + optimiser
                    + " has none; give centred RMSprop or gradient descent, or no correction");
        }
    }

    /** Whether it makes anything else of stale gradients than of fresh ones, or gathers them. */
    boolean copes() {
        return !coping.equals(Coping.NONE);
    }

    /** The same with weights of 0. */
    MappingSpec undrawn() {
        return new MappingSpec(inputs, outputs, nonlinearity, new Initialisation.Zero(), optimiser, rate, coping);
    }
}
