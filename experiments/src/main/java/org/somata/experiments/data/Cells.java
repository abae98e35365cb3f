package org.somata.experiments.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of one line of CSV: between commas, with or without double quotes. */
final class Cells {
    /** No cell that is a number: it is not finite, and a number too large for float32 is infinite instead. */
    static final float NONE = Float.NaN;

    private static final int MOST_SHOWN = 24;
    private static final int EXACT_DIGITS = 7;

    private byte[] line = {};
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    /** Takes a line apart in place of the one before. */
    void split(Lines lines) {
        line = lines.bytes();
        count = 0;
        int at = 0;
        do {
            at = cell(lines, at) + 1;
        } while (at <= lines.length());
    }

    /** Takes the cell from {@code at}; returns where the comma after it is, or the line's end. */
    private int cell(Lines lines, int at) {
        int from = blanks(at, lines.length());
        boolean quoted = from < lines.length() && line[from] == '"';
        int to = quoted ? closing(lines, from + 1) : from;
        int end = quoted ? blanks(to + 1, lines.length()) : to;
        while (end < lines.length() && line[end] != ',') {
            if (quoted) {
                throw lines.damaged("column " + (count + 1) + " goes on after its closing quote");
            }
            end++;
        }
        add(quoted ? from + 1 : from, quoted ? to : trimmed(from, end));
        return end;
    }

    private int closing(Lines lines, int at) {
        int to = at;
        while (to < lines.length() && (line[to] != '"' || to + 1 < lines.length() && line[to + 1] == '"')) {
            to += line[to] == '"' ? 2 : 1;
        }
        if (to >= lines.length()) {
            throw lines.damaged("column " + (count + 1) + " has no closing quote on its line");
        }
        return to;
    }

    private int blanks(int at, int limit) {
        int from = at;
        while (from < limit && (line[from] == ' ' || line[from] == '\t')) {
            from++;
        }
        return from;
    }

    private int trimmed(int from, int end) {
        int to = end;
        while (to > from && (line[to - 1] == ' ' || line[to - 1] == '\t')) {
            to--;
        }
        return to;
    }

    private void add(int from, int to) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = from;
        ends[count++] = to;
    }

    int count() {
        return count;
    }

    String text(int cell) {
        return new String(line, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8).replace("\"\"", "\"");
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int cell = 0; cell < count; cell++) {
            texts.add(text(cell));
        }
        return texts;
    }

    /** A cell for a message: where it is and, if there is something, what. */
    String shown(int cell) {
        String text = text(cell).replaceAll("\\p{Cntrl}", "?");
        String cut = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
        return "column " + (cell + 1) + (text.isEmpty() ? " is empty" : " is '" + cut + "'");
    }

    /** A decimal number, the nearest in float32; {@link #NONE} for anything else. */
    float number(int cell) {
        int from = starts[cell];
        int to = ends[cell];
        if (to > from && to - from <= EXACT_DIGITS) {
            int value = 0;
            int at = from;
            while (at < to && line[at] >= '0' && line[at] <= '9') {
                value = 10 * value + line[at++] - '0';
            }
            if (at == to) {
                return value;
            }
        }
        for (int at = from; at < to; at++) {
            // Java would also read 1f, 0x1p3, NaN and Infinity
            if ("0123456789+-.eE".indexOf(line[at]) < 0) {
                return NONE;
            }
        }
        try {
            return Float.parseFloat(new String(line, from, to - from, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException none) {
            return NONE;
        }
    }
}
