package org.somata.experiments.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.somata.experiments.data.DataException;

/** A CSV file whose rows begin with their epoch; rows are only ever added, or cut off where a run goes back. */
final class Table {
    private final Path file;
    private final List<String> columns;
    private final int least;

    Table(Path file, String... columns) {
        this(file, columns.length, List.of(columns));
    }

    /** @param least how many of the columns the first program had that wrote such a file; the others came later */
    Table(Path file, int least, List<String> columns) {
        this.file = file;
        this.columns = List.copyOf(columns);
        this.least = least;
    }

    /** Begins the file with its header. */
    void create() {
        Durable.write(file, CsvText.line(columns).getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a row. */
    void add(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns);
        }
        try {
            Files.writeString(
                    file, CsvText.line(Stream.of(cells).map(Table::cell).toList()), StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new RunException(file + ": cannot be written (" + failure.getMessage() + ")");
        }
    }

    /** Has the disk confirm the rows. */
    void confirm() {
        Durable.confirmOne(file);
    }

    /**
     * The rows after the header up to those of an epoch, cells by column: empty ones for the last columns, where an
     * earlier program wrote the file that did not know them.
     */
    List<List<String>> rows(int epoch) {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = lines();
        int known = known(lines);
        for (int i = 1; i < lines.size(); i++) {
            if (isUpTo(epoch, lines.get(i))) {
                List<String> cells = cells(lines.get(i));
                if (cells.size() != known) {
                    throw new DataException(file + ":" + (i + 1) + ": " + cells.size() + " cells where " + known
                            + " belong; was the file changed by hand?");
                }
                rows.add(padded(cells));
            }
        }
        return rows;
    }

    /** Drops the rows of later epochs, and a last line that a crash left unfinished. */
    void cutAfter(int epoch) {
        List<String> kept = new ArrayList<>();
        kept.add(String.join(",", columns));
        List<String> lines = lines();
        int known = known(lines);
        lines.stream()
                .filter(row -> isUpTo(epoch, row))
                // what does not belong there stays as it is
                .map(row -> cells(row).size() == known ? String.join(",", padded(cells(row))) : row)
                .forEach(kept::add);
        Durable.replace(file, (String.join("\n", kept) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    /** How many columns the file has. */
    private int known(List<String> lines) {
        List<String> header = lines.isEmpty() ? columns : cells(lines.get(0));
        boolean earlier = header.size() >= least
                && header.size() < columns.size()
                && header.equals(columns.subList(0, header.size()));
        return earlier ? header.size() : columns.size();
    }

    private List<String> padded(List<String> cells) {
        List<String> all = new ArrayList<>(cells);
        while (all.size() < columns.size()) {
            all.add("");
        }
        return all;
    }

    private static boolean isUpTo(int epoch, String row) {
        String first = row.split(",", 2)[0];
        return first.matches("\\d{1,9}") && Integer.parseInt(first) <= epoch;
    }

    Path file() {
        return file;
    }

    private List<String> lines() {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            // what a crash left of a row may look like one of an earlier epoch: 1 of 12
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException failure) {
            throw new DataException(file + ": cannot be read (" + failure.getMessage() + ")");
        }
    }

    private static String cell(Object value) {
        return value instanceof Double number ? CsvText.cell(number) : String.valueOf(value);
    }
}
