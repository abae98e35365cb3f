package org.somata.model.network;

import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Chance.Purpose;
import org.somata.model.signals.MessageKind;
import org.somata.model.timing.Delivery;

/**
 * What becomes of messages on their links: a function of (seed, sender, the sender's count of messages), and so the same
 * for whoever asks, before the message is sent or after.
 */
public final class Fate {
    private final Asynchrony how;
    private final long seed;

    public Fate(Asynchrony how, long seed) {
        this.how = how;
        this.seed = seed;
    }

    /**
     * How often a message arrives: once, or not at all, or twice.
     *
     * @param from the sender's place; 0 is the input, −1 the teacher
     * @param sequence the sender's count of messages
     */
    public int copies(MessageKind kind, int from, long sequence, int to) {
        Delivery delivery = how.delivery(kind, from, to);
        if (happens(delivery.loss(), Purpose.LOSS, from, sequence)) {
            return 0;
        }
        return happens(delivery.duplication(), Purpose.DUPLICATION, from, sequence) ? 2 : 1;
    }

    private boolean happens(double probability, Purpose what, int from, long sequence) {
        return probability > 0 && Chance.uniform(Chance.key(seed, what, from, sequence)) < probability;
    }

    /** What a copy takes, for whose sake none overtakes another: nanoseconds. */
    long latency(Delivery delivery, int from, long sequence, int copy) {
        return delivery.latency().draw(Chance.key(seed, Purpose.LATENCY, from, 2 * sequence + copy));
    }

    /** What it takes on top of that. */
    long jitter(Delivery delivery, int from, long sequence, int copy) {
        return delivery.jitter().draw(Chance.key(seed, Purpose.JITTER, from, 2 * sequence + copy));
    }

    /** What the layer at a place takes for its {@code count}-th handling. */
    long compute(int place, long count) {
        long time = how.compute().draw(Chance.key(seed, Purpose.COMPUTE, place, count));
        return Math.round(time * how.computeFactors().getOrDefault(place, 1.0));
    }
}
