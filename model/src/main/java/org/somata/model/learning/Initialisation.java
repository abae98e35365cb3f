package org.somata.model.learning;

/** The distribution that a matrix of weights is drawn from. */
public sealed interface Initialisation {
    /** Orthonormal rows or columns, whichever are fewer, times the gain: every singular value equals it. */
    record Orthogonal(double gain) implements Initialisation {}

    /** U(−r, r), r = gain · √(6 / (inputs + outputs)) (Glorot and Bengio 2010). */
    record Uniform(double gain) implements Initialisation {}

    /** N(0, deviation²). */
    record Gaussian(double deviation) implements Initialisation {}

    /** None: zeros, for a network whose weights are copied from another's. */
    record Zero() implements Initialisation {}
}
