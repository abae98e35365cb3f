package org.somata.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;

/**
 * Numbers from one to another.
 *
 * @param scale from a share of the way, 0 to 1, to the number there
 */
record Between(double from, double to, OptionalInt steps, DoubleUnaryOperator scale) {
    /** Enough for any rate, and few enough to be read. */
    private static final MathContext DIGITS = new MathContext(6);

    /** @throws Problem if there are no numbers between them */
    static void requireSome(double from, double to) {
        if (to <= from) {
            throw new Problem("to", "is " + to + ", not above from, which is " + from + "; give a larger one");
        }
    }

    Setting draw(double chance) {
        return steps.isPresent()
                ? at((int) (chance * steps.getAsInt()))
                : Setting.of(rounded(scale.applyAsDouble(chance)));
    }

    Setting at(int index) {
        int last = steps.getAsInt() - 1;
        // the ends as they were given, not as their logarithms have it
        double value = index == 0 ? from : index == last ? to : rounded(scale.applyAsDouble((double) index / last));
        return Setting.of(value);
    }

    private double rounded(double value) {
        double near = new BigDecimal(value).round(DIGITS).doubleValue();
        return Math.min(to, Math.max(from, near));
    }
}
