package org.somata.experiments.propositions;

import java.util.Locale;

/**
 * What was measured, against which bound.
 *
 * @param relation how it must lie to the bound
 */
public record Check(String what, double measured, Relation relation, double bound) {
    /** How a measurement has to lie to its bound. */
    public enum Relation {
        AT_MOST("≤"),
        AT_LEAST("≥");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        @Override
        public String toString() {
            return sign;
        }
    }

    static Check atMost(String what, double measured, double bound) {
        return new Check(what, measured, Relation.AT_MOST, bound);
    }

    static Check atLeast(String what, double measured, double bound) {
        return new Check(what, measured, Relation.AT_LEAST, bound);
    }

    /** What is no number keeps to no bound. */
    public boolean holds() {
        return relation == Relation.AT_MOST ? measured <= bound : measured >= bound;
    }

    /** {@code slope 0.9980 ≥ 0.9000}; {@code slope 0.8000, not ≥ 0.9000} where it does not hold. */
    public String text() {
        return what + " " + figure(measured) + (holds() ? " " : ", not ") + relation + " " + figure(bound);
    }

    private static String figure(double value) {
        double size = Math.abs(value);
        return value == 0 ? "0" : String.format(Locale.ROOT, size < 1e-3 || size >= 1e4 ? "%.2e" : "%.4g", value);
    }
}
