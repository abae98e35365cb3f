package org.somata.experiments.trace.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.somata.experiments.trace.TraceRecord;
import org.somata.model.signals.MessageId;

/**
 * A row a record, under the names of all columns that either kind of record has. Lists stand in one cell, with blanks
 * between; what is unknown or not finite is empty. No cell has anything in it that would need quotes.
 */
final class CsvRows implements RecordWriter, Fields {
    private final Described described;
    private final int[] columns = new int[Field.values().length];
    private final List<Field> fields;
    private Buffer row = new Buffer();
    private int column;

    CsvRows(Described described) {
        this.described = described;
        fields = Stream.of(Field.values()).filter(described::has).toList();
        fields.forEach(field -> columns[field.ordinal()] = fields.indexOf(field));
    }

    @Override
    public void begin(Buffer file) {
        file.put(fields.stream().map(Field::label).collect(Collectors.joining(",", "", "\n")));
    }

    @Override
    public boolean write(TraceRecord each, Buffer file) {
        row = file;
        column = 0;
        described.tell(each, this);
        goTo(fields.size() - 1);
        row.put('\n');
        return true;
    }

    @Override
    public void end(Buffer file) {
        // no row tells of the file
    }

    @Override
    public void word(Field field, String word) {
        cell(field).put(word);
    }

    @Override
    public void number(Field field, long number) {
        cell(field).put(number);
    }

    @Override
    public void real(Field field, float number) {
        cell(field).put(text(number));
    }

    @Override
    public void reals(Field field, float[] numbers) {
        cell(field);
        for (int i = 0; i < numbers.length; i++) {
            // a number that is none keeps its place
            row.put(i == 0 ? "" : " ").put(Float.toString(numbers[i]));
        }
    }

    @Override
    public void ids(Field field, List<MessageId> ids) {
        cell(field);
        for (int i = 0; i < ids.size(); i++) {
            row.put(i == 0 ? "" : " ").put(ids.get(i).toString());
        }
    }

    @Override
    public void unknown(Field field) {
        cell(field);
    }

    private Buffer cell(Field field) {
        return goTo(columns[field.ordinal()]);
    }

    private Buffer goTo(int next) {
        for (; column < next; column++) {
            row.put(',');
        }
        return row;
    }

    private static String text(float number) {
        return Float.isFinite(number) ? Float.toString(number) : "";
    }
}
