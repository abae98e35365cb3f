package org.somata.experiments.report.charts;

import java.util.Locale;

/** Numbers with powers of ten, for places that take no markup. */
final class Power {
    private static final String RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private Power() {}

    /** Such as 10⁻⁴ and 2×10⁻⁴. */
    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
        String digits = String.format(Locale.ROOT, "%.2f", value / Math.pow(10, exponent))
                .replaceAll("\\.?0+$", "")
                .replace('-', '\u2212');
        return (digits.equals("1") ? "" : digits + "\u00d7") + "10" + raised(exponent);
    }

    private static String raised(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "\u207b" : "");
        Integer.toString(Math.abs(exponent)).chars().forEach(digit -> text.append(RAISED.charAt(digit - '0')));
        return text.toString();
    }
}
