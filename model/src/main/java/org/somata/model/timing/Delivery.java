package org.somata.model.timing;

/**
 * What becomes of messages on a link in one direction.
 *
 * @param latency that each takes; one never overtakes another for its sake
 * @param jitter on top of it, by which messages may overtake each other
 * @param loss the probability that a message does not arrive
 * @param duplication the probability that it arrives twice
 */
public record Delivery(Distribution latency, Distribution jitter, double loss, double duplication) {
    /** At once, and safely. */
    public static final Delivery PERFECT = new Delivery(Distribution.NONE, Distribution.NONE, 0, 0);

    public Delivery {
        if (!(loss >= 0 && loss <= 1 && duplication >= 0 && duplication <= 1)) {
            throw new IllegalArgumentException(
                    "probabilities are from 0 to 1: loss " + loss + ", duplication " + duplication);
        }
    }

    /** Whether messages take no time. */
    public boolean isInstant() {
        return latency.isNone() && jitter.isNone();
    }
}
