package org.somata.actors;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/**
 * The laboratory's count of what is under way of each presentation, for the machine's own clock, where nobody foresees
 * it. No layer knows of it.
 */
final class UnderWay {
    private final Map<Long, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final LongConsumer nothingLeft;

    /** @param nothingLeft hears of each presentation of which nothing is under way any more, on any thread */
    UnderWay(LongConsumer nothingLeft) {
        this.nothingLeft = nothingLeft;
    }

    /** A presentation begins: so many are about to tell the first of it. */
    void begin(long presentation, int telling) {
        counts.put(presentation, new AtomicInteger(telling));
    }

    /** So many messages of it are about to arrive. */
    void sent(long presentation, int arriving) {
        counts.get(presentation).addAndGet(arriving);
    }

    /** One has been handled, with everything that follows; or whoever was about to tell the first of it has. */
    void handled(long presentation) {
        if (counts.get(presentation).decrementAndGet() == 0) {
            counts.remove(presentation);
            nothingLeft.accept(presentation);
        }
    }

    /** How many are under way of each presentation. */
    @Override
    public String toString() {
        return new TreeMap<>(counts).toString();
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }
}
