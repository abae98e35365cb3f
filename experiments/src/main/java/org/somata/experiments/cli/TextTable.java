package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.List;

/** Columns that stand under one another. */
final class TextTable {
    private TextTable() {}

    /** @param rows all of one length, the head among them */
    static void print(List<List<String>> rows, PrintWriter out) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append("  ").append(padded(row.get(i), widths[i]));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
