package org.somata.experiments.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures to be read: as aligned columns on a terminal, as tables of a Markdown file. */
public final class Rendering {
    private static final int DIGITS = 4;

    private Rendering() {}

    /** Four significant digits, never in powers of ten. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(DIGITS));
        int beforePoint = rounded.precision() - rounded.scale();
        return rounded.setScale(Math.max(0, DIGITS - beforePoint)).toPlainString();
    }

    /** A line for each figure: median, least, greatest. */
    public static List<String> columns(Figures figures) {
        int width = figures.byName().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        String format = "%-" + Math.max(width, 1) + "s %10s %10s %10s";
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, format, "", "median", "min", "max"));
        figures.byName()
                .forEach((name, spread) -> lines.add(String.format(
                        Locale.ROOT,
                        format,
                        name,
                        number(spread.median()),
                        number(spread.min()),
                        number(spread.max()))));
        return lines;
    }

    /** A file: where the figures come from, then a table for each benchmark. */
    public static List<String> markdown(Surroundings where, Map<Benchmark, Figures> measured) {
        List<String> lines = new ArrayList<>(List.of(
                "# Speed",
                "",
                "Made on " + where.date() + " by `" + where.command() + "`.",
                "",
                "- Somata " + where.program(),
                "- " + where.processor(),
                "- " + where.system(),
                "- " + where.java(),
                "- " + where.kernels()));
        measured.forEach((benchmark, figures) -> {
            lines.addAll(List.of("", "## " + benchmark.label(), "", benchmark.description(), ""));
            lines.add("| figure | median | min | max |");
            lines.add("|---|---|---|---|");
            figures.byName()
                    .forEach((name, spread) -> lines.add("| " + name + " | " + number(spread.median()) + " | "
                            + number(spread.min()) + " | " + number(spread.max()) + " |"));
        });
        return lines;
    }
}
