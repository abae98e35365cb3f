package org.somata.experiments.report;

import java.util.Locale;
import org.somata.experiments.markup.Element;

/** Numbers as people read them. A NaN is a dash. */
final class Numbers {
    static final String NONE = "–";
    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P"};

    private Numbers() {}

    static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? minus(String.format(Locale.ROOT, "%." + decimals + "f", value)) : NONE;
    }

    /** With its sign, as a difference has it. */
    static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        return value > 0 && text.matches(".*[1-9].*") ? "+" + text : text;
    }

    private static String minus(String text) {
        return text.matches("-[0.]+") ? text.substring(1) : text.replace('-', '\u2212');
    }

    /** In groups of three digits. */
    static String whole(double value) {
        return Double.isFinite(value)
                ? minus(String.format(Locale.ROOT, "%,d", Math.round(value))).replace(',', '\u202f')
                : NONE;
    }

    /** What is counted an example: whole as a rule, otherwise with a decimal. */
    static String counted(double value) {
        return value == Math.rint(value) ? whole(value) : fixed(value, 1);
    }

    /** Three digits and a prefix: {@code 398 G}. */
    static String prefixed(double value, String unit) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        int prefix = 0;
        double left = value;
        // 999.6 would be rounded to 1000
        while (Math.abs(left) >= 999.5 && prefix < PREFIXES.length - 1) {
            left /= 1000;
            prefix++;
        }
        int decimals =
                prefix == 0 && left == Math.rint(left) || Math.abs(left) >= 99.95 ? 0 : Math.abs(left) >= 9.995 ? 1 : 2;
        return fixed(left, decimals) + "\u00a0" + PREFIXES[prefix] + unit;
    }

    /** {@code 45.2 s}, {@code 8 min 57 s}, {@code 3 h 05 min}. */
    static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return NONE;
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return fixed(seconds, 1) + "\u00a0s";
        }
        return whole < 3600
                ? String.format("%d\u00a0min\u00a0%02d\u00a0s", whole / 60, whole % 60)
                : String.format("%d\u00a0h\u00a0%02d\u00a0min", whole / 3600, whole % 3600 / 60);
    }

    static int exponent(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return 0;
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
        // 9.996 would be written as 10.00
        return Math.abs(value) / Math.pow(10, exponent) >= 9.995 ? exponent + 1 : exponent;
    }

    /** {@code × 10⁻⁵}. */
    static Element timesTenTo(int exponent) {
        return Element.classed("span", "power", "×\u202f10")
                .add(Element.of("sup", Integer.toString(exponent).replace('-', '\u2212')));
    }
}
