package org.somata.experiments.data;

/** The order in which an epoch presents its examples: a function of its arguments alone. */
public final class Order {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Order() {}

    /**
     * The indices 0 … count − 1, each once: ascending, or shuffled by (seed, epoch).
     *
     * @param epoch any number; each has its own permutation
     */
    public static int[] of(boolean shuffle, long seed, long epoch, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        if (shuffle) {
            shuffle(order, mix(mix(seed + GOLDEN) + epoch));
        }
        return order;
    }

    /**
     * Fisher and Yates's. The generator is our own, a counter and a mixer, so that an order outlives the JVM it was
     * drawn on; the bias of the remainder, below 2^−32, is too small to ever be seen.
     */
    private static void shuffle(int[] order, long key) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = (int) Long.remainderUnsigned(mix(key + i * GOLDEN), i + 1L);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014), a bijection in which every bit moves every other. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
