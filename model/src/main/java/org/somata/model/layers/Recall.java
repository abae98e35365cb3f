package org.somata.model.layers;

import java.util.Map;
import org.somata.model.numerics.Chance;

/**
 * How layers cope without a clock: what they remember, and what they make of credit that comes late.
 *
 * @param presentations whose (h_{i−1}, h_i) each remembers at most, from 1; the oldest goes first
 * @param pairing what credit is paired with
 * @param actProbability p_update: that W learns from a credit; the credit goes on to the layer below in any case
 * @param actProbabilities the same of single layers, by their number from 1
 */
public record Recall(int presentations, Pairing pairing, double actProbability, Map<Integer, Double> actProbabilities) {
    /** Presentations of which a layer knows what it has handled, for each one that it remembers; at least a few. */
    private static final int KNOWN_FOR_EACH = 4;

    private static final int KNOWN_AT_LEAST = 64;

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

    /** Whether W of a layer learns from the credit of a presentation: a function of these alone, and so known to all. */
    public boolean acts(long seed, int place, long presentation) {
        double probability = actProbability(place);
        return probability == 1
                || Chance.uniform(Chance.key(seed, Chance.Purpose.ACTING, place, presentation)) < probability;
    }

    /**
     * Of how many presentations, the latest, a layer knows which messages it has handled, so that copies of them are
     * dropped.
     *
     * @param remembered presentations whose activations it remembers
     */
    public static int known(int remembered) {
        return Math.max(KNOWN_AT_LEAST, KNOWN_FOR_EACH * remembered);
    }

    /** What credit for an activation is paired with. */
    public enum Pairing {
        /** The activation that left. */
        THEN,
        /** The activation that the layer's weights of now make of the same input. */
        NOW
    }
}
