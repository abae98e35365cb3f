package org.somata.model.numerics;

/**
 * All chance in a network: numbers that are a function of (seed, purpose, place, count) and of their index, by a
 * counter-based generator. Nothing here has a position that would depend on the order in which layers ask.
 */
public final class Chance {
    /** What the numbers are for. The order is part of what a seed means. */
    public enum Purpose {
        FORWARD_WEIGHTS,
        FEEDBACK_WEIGHTS,
        FEEDBACK_NOISE,
        INPUT_NOISE,
        /** Bits on links in learning. */
        BITS,
        /** Bits on links in evaluation. */
        EVALUATION_BITS,
        /** ε on the hidden units of an auto-encoder. */
        CODE_NOISE,
        /** ε on its input, for the contraction. */
        CONTRACTION_NOISE,
        /** Latencies of messages. */
        LATENCY,
        /** What comes on top of them. */
        JITTER,
        /** Whether a message is lost. */
        LOSS,
        /** Whether a message arrives twice. */
        DUPLICATION,
        /** What handling a message takes. */
        COMPUTE,
        /** Whether a layer acts on a credit. */
        ACTING
    }

    private static final int GOLDEN = 0x9E3779B9;
    private static final long GOLDEN_LONG = 0x9E3779B97F4A7C15L;

    /** i · GOLDEN, read rather than computed so that the loops below vectorise. */
    private static volatile int[] multiples = multiples(1 << 16);

    private Chance() {}

    /** The key of one draw of arbitrarily many numbers: {@code count} tells the draws of one place apart. */
    public static long key(long seed, Purpose purpose, int place, long count) {
        long key = mix(seed + GOLDEN_LONG);
        key = mix(key + purpose.ordinal() + 1);
        key = mix(key + place);
        return mix(key + count);
    }

    /** A single number of a draw, uniform in (0, 1), never either. */
    public static double uniform(long key) {
        return ((mix(key + GOLDEN_LONG) >>> 11) + 0.5) * 0x1p-53;
    }

    /** A single standard normal number of a draw, by Box and Muller. */
    public static double normal(long key) {
        double radius = Math.sqrt(-2 * Math.log(uniform(key)));
        return radius * Math.cos(2 * Math.PI * uniform(~key));
    }

    /** Standard normal numbers 0 … {@code size} − 1 of the draw; relative error of the quantile below 2e-6. */
    public static void normals(long key, float[] into, int size) {
        uniforms(key, into, size);
        NormalQuantile.apply(into, size);
    }

    /** Numbers in (−1, 1), symmetric, never 0, on a grid of 2^−23. */
    public static void uniforms(long key, float[] into, int size) {
        int[] bits = Scratch.get().ints(size);
        bits(key, bits, size);
        for (int i = 0; i < size; i++) {
            into[i] = ((bits[i] >> 8) + 0.5f) * 0x1p-23f;
        }
    }

    /** 32 random bits for each index: two rounds of multiply and shift, half of the key before each. */
    static void bits(long key, int[] into, int size) {
        mixAll(multiplesFor(size), (int) key, (int) (key >>> 32), into, size);
    }

    private static void mixAll(int[] index, int low, int high, int[] into, int size) {
        for (int i = 0; i < size; i++) {
            int x = index[i] + low;
            x ^= x >>> 16;
            x *= 0x7feb352d;
            x ^= high;
            x ^= x >>> 15;
            x *= 0x846ca68b;
            x ^= x >>> 16;
            into[i] = x;
        }
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static int[] multiplesFor(int size) {
        int[] known = multiples;
        if (known.length < size) {
            known = multiples(Math.max(size, 2 * known.length));
            multiples = known;
        }
        return known;
    }

    private static int[] multiples(int size) {
        int[] table = new int[size];
        for (int i = 0; i < size; i++) {
            table[i] = i * GOLDEN;
        }
        return table;
    }
}
