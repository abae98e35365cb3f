package org.somata.model.timing;

import org.somata.model.numerics.Chance;

/** A length of time left to chance, in whole nanoseconds: each draw is a function of its key alone. */
public sealed interface Distribution {
    /** No time at all. */
    Distribution NONE = new Constant(0);

    /** The length drawn by {@code key}, from 0; longer than a hundred years is a hundred years. */
    default long draw(long key) {
        return Math.min(LONGEST, Math.round(of(Chance.uniform(key), key)));
    }

    /** A hundred years. */
    long LONGEST = 100L * 365 * 24 * 3600 * 1_000_000_000L;

    /**
     * The length in nanoseconds.
     *
     * @param u uniform in (0, 1)
     * @param key of the draw, for those that need more than {@code u}
     */
    double of(double u, long key);

    /** Whether every draw is 0. */
    default boolean isNone() {
        return equals(NONE);
    }

    /** Always the same. */
    record Constant(long nanos) implements Distribution {
        @Override
        public double of(double u, long key) {
            return nanos;
        }
    }

    /** Anything from {@code from} to {@code to}, all alike. */
    record Uniform(long from, long to) implements Distribution {
        @Override
        public double of(double u, long key) {
            return from + u * (to - from);
        }
    }

    /** Memoryless: −mean · ln u. */
    record Exponential(long mean) implements Distribution {
        @Override
        public double of(double u, long key) {
            return -mean * Math.log(u);
        }
    }

    /** median · exp(σ z), z ~ N(0, 1). */
    record LogNormal(long median, double sigma) implements Distribution {
        @Override
        public double of(double u, long key) {
            return median * Math.exp(sigma * Chance.normal(key));
        }
    }
}
