package org.somata.model.signals;

/** The two numbers that a bit on a link stands for. */
public enum Levels {
    /** Low is 0: the sign of Eq. 29, and units whose values are probabilities. */
    ZERO_ONE(0),
    /** Low is −1: the sign of the authors' code, and units of tanh. */
    PLUS_MINUS_ONE(-1);

    private final float low;

    Levels(float low) {
        this.low = low;
    }

    /** What a bit of 0 stands for; one of 1 stands for 1. */
    public float low() {
        return low;
    }
}
