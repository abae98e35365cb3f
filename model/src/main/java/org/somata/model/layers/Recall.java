package org.somata.model.layers;

import java.util.Map;

/**
 * How layers cope without a clock: what they remember, and what they make of credit that comes late.
 *
 * @param presentations whose (h_{i−1}, h_i) each remembers at most, from 1; the oldest goes first
 * @param pairing what credit is paired with
 * @param actProbability p_update: that W learns from a credit; the credit goes on to the layer below in any case
 * @param actProbabilities the same of single layers, by their number from 1
 */
public record Recall(int presentations, Pairing pairing, double actProbability, Map<Integer, Double> actProbabilities) {
    /** All layers act alike. */
    public Recall(int presentations, Pairing pairing, double actProbability) {
        this(presentations, pairing, actProbability, Map.of());
    }

    public Recall {
        actProbabilities = Map.copyOf(actProbabilities);
        if (presentations < 1
                || !isProbability(actProbability)
                || !actProbabilities.values().stream().allMatch(Recall::isProbability)) {
            throw new IllegalArgumentException("a memory of " + presentations
                    + " presentations, credit acted on with probability " + actProbability + ", in single layers "
                    + actProbabilities + "; give room for 1 or more, and probabilities from 0 to 1");
        }
    }

    private static boolean isProbability(double number) {
        return number >= 0 && number <= 1;
    }

    /** p_update of the layer with this number. */
    public double actProbability(int place) {
        return actProbabilities.getOrDefault(place, actProbability);
    }

    /** What credit for an activation is paired with. */
    public enum Pairing {
        /** The activation that left. */
        THEN,
        /** The activation that the layer's weights of now make of the same input. */
        NOW
    }
}
