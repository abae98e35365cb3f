package org.somata.experiments.trace.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.somata.experiments.trace.TraceRecord;
import org.somata.model.signals.MessageId;

/** A JSON object a line. What is unknown or not finite is null; the payload's fields are there where it was recorded. */
final class JsonLines implements RecordWriter, Fields {
    private static final byte[][] NAMES = Stream.of(Field.values())
            .map(field -> ('"' + field.label() + "\":").getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);

    private final Described described;
    private Buffer line = new Buffer();

    JsonLines(Described described) {
        this.described = described;
    }

    @Override
    public void begin(Buffer file) {
        // no line tells of the file
    }

    @Override
    public boolean write(TraceRecord each, Buffer file) {
        line = file;
        described.tell(each, this);
        line.put('}').put('\n');
        return true;
    }

    @Override
    public void end(Buffer file) {
        // no line tells of the file
    }

    @Override
    public void word(Field field, String word) {
        name(field).put('"').put(word).put('"');
    }

    @Override
    public void number(Field field, long number) {
        name(field).put(number);
    }

    @Override
    public void real(Field field, float number) {
        name(field);
        putReal(number);
    }

    @Override
    public void reals(Field field, float[] numbers) {
        name(field).put('[');
        for (int i = 0; i < numbers.length; i++) {
            line.put(i == 0 ? "" : ",");
            putReal(numbers[i]);
        }
        line.put(']');
    }

    @Override
    public void ids(Field field, List<MessageId> ids) {
        name(field).put('[');
        for (int i = 0; i < ids.size(); i++) {
            line.put(i == 0 ? "\"" : ",\"").put(ids.get(i).toString()).put('"');
        }
        line.put(']');
    }

    @Override
    public void unknown(Field field) {
        name(field).put("null");
    }

    private Buffer name(Field field) {
        return line.put(field == Field.TYPE ? '{' : ',').put(NAMES[field.ordinal()]);
    }

    private void putReal(float number) {
        line.put(Float.isFinite(number) ? Float.toString(number) : "null");
    }
}
