package org.somata.model.layers;

import org.somata.model.learning.Decaying;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Optimiser;
import org.somata.model.numerics.Nonlinearity;

/** A mapping s(W x + b) from {@code inputs} to {@code outputs} numbers, and how it learns. */
public record MappingSpec(
        int inputs,
        int outputs,
        Nonlinearity nonlinearity,
        Initialisation initialisation,
        Optimiser optimiser,
        Decaying rate) {
    public MappingSpec {
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException("a mapping from " + inputs + " to " + outputs + " numbers");
        }
    }

    /** The same with weights of 0. */
    MappingSpec undrawn() {
        return new MappingSpec(inputs, outputs, nonlinearity, new Initialisation.Zero(), optimiser, rate);
    }
}
