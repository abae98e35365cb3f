package org.somata.model.layers;

/**
 * How a layer copes without a clock: what it remembers, and what it makes of credit that comes late.
 *
 * @param presentations whose (h_{i−1}, h_i) it remembers at most, from 1; the oldest goes first
 * @param pairing what credit is paired with
 * @param actProbability p_update: that W learns from a credit; the credit goes on to the layer below in any case
 */
public record Recall(int presentations, Pairing pairing, double actProbability) {
    public Recall {
        if (presentations < 1 || !(actProbability >= 0 && actProbability <= 1)) {
            throw new IllegalArgumentException("a memory of " + presentations
                    + " presentations, credit acted on with probability " + actProbability);
        }
    }

    /** What credit for an activation is paired with. */
    public enum Pairing {
        /** The activation that left. */
        THEN,
        /** The activation that the layer's weights of now make of the same input. */
        NOW
    }
}
