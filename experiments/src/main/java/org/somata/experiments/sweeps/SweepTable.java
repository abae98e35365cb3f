package org.somata.experiments.sweeps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.somata.experiments.data.DataException;
import org.somata.experiments.runs.CsvText;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.runs.Result;

/** sweep.csv: a row a finished point, in the order of their numbers. */
final class SweepTable {
    private static final String NAME = "sweep.csv";

    private final Path file;
    private final List<String> keys;

    /** @param keys that vary */
    SweepTable(Path folder, Collection<String> keys) {
        this.file = folder.resolve(NAME);
        this.keys = List.copyOf(keys);
    }

    /** Replaces the file in one step. */
    void write(Collection<Row> rows) {
        StringBuilder csv = new StringBuilder(CsvText.line(columns()));
        rows.forEach(row -> csv.append(CsvText.line(cells(row))));
        Durable.replace(file, csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("id"));
        columns.addAll(keys);
        columns.addAll(List.of("status", "epochs", "objective"));
        Result.Figures.NAMES.forEach(figure -> columns.add("final_" + figure));
        Result.Figures.NAMES.forEach(figure -> columns.add("selected_" + figure));
        return columns;
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(List.of(row.id()));
        keys.forEach(key -> cells.add(row.values().get(key)));
        cells.addAll(List.of(row.status(), Integer.toString(row.epochs()), CsvText.cell(row.objective())));
        Result.Figures.NAMES.forEach(figure -> cells.add(figure(figure, row.atEnd())));
        Result.Figures.NAMES.forEach(figure -> cells.add(figure(figure, row.selected())));
        return cells;
    }

    private static String figure(String name, Map<String, Double> figures) {
        double value = figures.getOrDefault(name, Double.NaN);
        boolean whole = name.equals("epoch") && value == Math.rint(value);
        return whole ? Long.toString((long) value) : CsvText.cell(value);
    }

    /**
     * None where there is no file.
     *
     * @throws DataException if it is damaged
     */
    List<Row> read() {
        List<List<String>> lines;
        try {
            lines = Files.exists(file) ? CsvText.parse(Files.readString(file)) : List.of(columns());
        } catch (IOException unreadable) {
            throw new DataException(file + ": cannot be read (" + unreadable.getMessage() + ")", unreadable);
        }
        if (lines.isEmpty() || !lines.get(0).equals(columns())) {
            throw damaged(1, "has not the columns of this sweep");
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(row(i + 1, lines.get(i)));
        }
        return rows;
    }

    private Row row(int line, List<String> cells) {
        if (cells.size() != columns().size()) {
            throw damaged(line, cells.size() + " cells where " + columns().size() + " belong");
        }
        try {
            int at = 1 + keys.size();
            Map<String, String> values = new LinkedHashMap<>();
            keys.forEach(key -> values.put(key, cells.get(1 + values.size())));
            return new Row(
                    cells.get(0),
                    values,
                    cells.get(at),
                    Integer.parseInt(cells.get(at + 1)),
                    CsvText.number(cells.get(at + 2)),
                    figures(cells, at + 3),
                    figures(cells, at + 3 + Result.Figures.NAMES.size()));
        } catch (NumberFormatException none) {
            throw damaged(line, "a cell is no number (" + none.getMessage() + ")");
        }
    }

    private static Map<String, Double> figures(List<String> cells, int from) {
        Map<String, Double> figures = new LinkedHashMap<>();
        Result.Figures.NAMES.forEach(figure -> figures.put(figure, CsvText.number(cells.get(from + figures.size()))));
        return figures;
    }

    private DataException damaged(int line, String what) {
        return new DataException(file + ":" + line + ": " + what
                + "; was it changed by hand? 'somata resume' writes it anew from the points");
    }
}
