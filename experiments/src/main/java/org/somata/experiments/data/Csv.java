package org.somata.experiments.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Examples as lines of comma-separated numbers, the label in the column named {@code label} or else in the first, with
 * or without a line of names at the head. Numbers are kept as they are, the nearest in float32.
 */
final class Csv {
    private static final String LABEL = "label";

    private final Content content;
    private final Room room;
    private final Cells cells = new Cells();
    private final List<float[]> inputs = new ArrayList<>();
    private int[] labels = new int[1024];
    private List<String> names = List.of();
    private int labelColumn;
    private int columns;

    private Csv(Content content, Room room) {
        this.content = content;
        this.room = room;
    }

    /**
     * What a file has.
     *
     * @param names of the columns; empty where it has no line of names
     * @param labelColumn counted from 0
     */
    record Read(Dataset.Part part, List<String> names, int labelColumn) {
        /** @throws DataException unless the columns of another file are the same ones, as far as that is told */
        void requireSameColumns(Content of, Read other) {
            if (!names.isEmpty() && !other.names.isEmpty() && !names.equals(other.names)) {
                int first = IntStream.range(0, Math.min(names.size(), other.names.size()))
                        .filter(column -> !names.get(column).equals(other.names.get(column)))
                        .findFirst()
                        .orElse(Math.min(names.size(), other.names.size()));
                throw of.damagedLine(
                        1, "the names of the columns are not those of the training set, from column " + (first + 1));
            }
            if (labelColumn != other.labelColumn) {
                throw of.damagedLine(
                        1,
                        "the label is in column " + (other.labelColumn + 1) + ", but in column " + (labelColumn + 1)
                                + " of the training set");
            }
        }
    }

    /**
     * @param name under which the hash stands
     * @throws DataException for a row of other length, anything that is not a number, a label that is no whole number
     */
    static Read read(String name, Content content, Room room) {
        return new Csv(content, room).read(name);
    }

    private Read read(String name) {
        try (Lines lines = new Lines(content)) {
            if (!lines.next()) {
                throw content.damaged("the file is empty");
            }
            cells.split(lines);
            columns = cells.count();
            if (columns < 2) {
                throw lines.damaged(
                        "has one column: a label and at least one number belong there, with commas between");
            }
            if (areNames()) {
                names(lines);
            } else {
                requireNoCount(lines);
                row(lines);
            }
            rows(lines);
            if (inputs.isEmpty()) {
                throw lines.damaged("there are names of columns, but no examples");
            }
            Inputs all = new FloatInputs(inputs.toArray(float[][]::new), columns - 1);
            Labelled examples = new Labelled(all, Arrays.copyOf(labels, inputs.size()), Labels.MOST_CLASSES);
            return new Read(
                    new Dataset.Part(examples, ImageShape.NONE, Map.of(name, lines.sha256())), names, labelColumn);
        }
    }

    /** Words only, or one of them label: an example with one damaged number must not pass for names. */
    private boolean areNames() {
        return cells.texts().stream().anyMatch(LABEL::equalsIgnoreCase)
                || IntStream.range(0, columns).allMatch(cell -> Float.isNaN(cells.number(cell)));
    }

    private void names(Lines lines) {
        names = cells.texts();
        int unnamed = names.indexOf("");
        if (unnamed >= 0) {
            throw lines.damaged("column " + (unnamed + 1)
                    + " has no name; is it the rows' numbers? Leave them out (pandas: index=False)");
        }
        List<Integer> labelled = IntStream.range(0, columns)
                .filter(column -> names.get(column).equalsIgnoreCase(LABEL))
                .boxed()
                .toList();
        if (labelled.size() > 1) {
            throw lines.damaged(
                    "columns " + (labelled.get(0) + 1) + " and " + (labelled.get(1) + 1) + " are both named " + LABEL);
        }
        labelColumn = labelled.isEmpty() ? 0 : labelled.get(0);
    }

    /** Names that are 0, 1, 2 …, as pandas gives them to columns without any, would pass for an example. */
    private void requireNoCount(Lines lines) {
        if (columns > 2 && IntStream.range(0, columns).allMatch(cell -> cells.number(cell) == cell)) {
            throw lines.damaged(
                    "counts 0, 1, 2 …: are these names of columns? Take the line out (pandas: header=False)");
        }
    }

    private void rows(Lines lines) {
        boolean blank = false;
        while (lines.next()) {
            boolean empty = lines.length() == 0;
            if (blank && !empty) {
                throw lines.damaged("comes after an empty line");
            }
            blank = empty;
            if (!empty) {
                cells.split(lines);
                row(lines);
            }
        }
    }

    private void row(Lines lines) {
        if (cells.count() != columns) {
            throw lines.damaged("has " + cells.count() + (cells.count() == 1 ? " column" : " columns")
                    + ", but the first line has " + columns);
        }
        room.take(content, 4L * columns + 32);
        float[] input = new float[columns - 1];
        for (int column = 0, into = 0; column < columns; column++) {
            if (column != labelColumn) {
                input[into++] = number(lines, column);
            }
        }
        if (inputs.size() == labels.length) {
            labels = Arrays.copyOf(labels, 2 * labels.length);
        }
        labels[inputs.size()] = label(lines);
        inputs.add(input);
    }

    private float number(Lines lines, int column) {
        float number = cells.number(column);
        if (Float.isFinite(number)) {
            return number;
        }
        throw lines.damaged(
                cells.shown(column) + (Float.isNaN(number) ? ", not a number" : ", too large a number for float32"));
    }

    private int label(Lines lines) {
        float label = cells.number(labelColumn);
        if (label >= 0 && label < Labels.MOST_CLASSES && label == Math.rint(label)) {
            return (int) label;
        }
        throw lines.damaged(cells.shown(labelColumn) + ", but labels are whole numbers from 0 to "
                + (Labels.MOST_CLASSES - 1) + "; number the classes from 0");
    }
}
