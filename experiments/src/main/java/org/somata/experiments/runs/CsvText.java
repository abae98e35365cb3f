package org.somata.experiments.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The CSV of results: a number that is none is an empty cell; a cell with commas in it, such as a list of layers, is as
 * RFC 4180 has it, in quotes, a quote twice.
 */
public final class CsvText {
    private CsvText() {}

    /** With the line's end. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    public static String cell(double number) {
        return Double.isNaN(number) ? "" : Double.toString(number);
    }

    /**
     * What {@link #cell} wrote.
     *
     * @throws NumberFormatException if it is no number
     */
    public static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\n\r]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Lines of cells; a last one without an end is left out. */
    public static List<List<String>> parse(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean twice = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (twice) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\n') {
                cell.append(c);
            } else {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            }
        }
        return lines;
    }
}
