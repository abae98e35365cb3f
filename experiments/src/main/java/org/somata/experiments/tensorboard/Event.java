package org.somata.experiments.tensorboard;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * TensorFlow's message Event, as far as scalars need it (event.proto and summary.proto name the fields and their
 * numbers). Each returns the message's bytes.
 */
final class Event {
    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int SESSION_LOG = 7;

    private static final int SESSION_LOG_STATUS = 1;
    private static final int STARTED = 1;

    private static final int SUMMARY_VALUE = 1;
    private static final int VALUE_TAG = 1;
    private static final int VALUE_SIMPLE_VALUE = 2;

    private Event() {}

    /** What every file begins with. */
    static byte[] fileVersion(double wallTime) {
        return message(event -> {
            event.writeDouble(WALL_TIME, wallTime);
            event.writeString(FILE_VERSION, "brain.Event:2");
        });
    }

    /** That work goes on from a step: whatever files before this one have of it and later ones is void. */
    static byte[] started(double wallTime, long step) {
        byte[] log = message(session -> session.writeEnum(SESSION_LOG_STATUS, STARTED));
        return message(event -> {
            event.writeDouble(WALL_TIME, wallTime);
            event.writeInt64(STEP, step);
            event.writeByteArray(SESSION_LOG, log);
        });
    }

    /** Scalars of a step by tag. */
    static byte[] scalars(double wallTime, long step, Map<String, Double> scalars) {
        byte[] summary = message(values -> {
            for (Map.Entry<String, Double> scalar : scalars.entrySet()) {
                values.writeByteArray(SUMMARY_VALUE, value(scalar.getKey(), scalar.getValue()));
            }
        });
        return message(event -> {
            event.writeDouble(WALL_TIME, wallTime);
            event.writeInt64(STEP, step);
            event.writeByteArray(SUMMARY, summary);
        });
    }

    private static byte[] value(String tag, double number) {
        return message(value -> {
            value.writeString(VALUE_TAG, tag);
            value.writeFloat(VALUE_SIMPLE_VALUE, (float) number);
        });
    }

    private interface Fields {
        void write(CodedOutputStream message) throws IOException;
    }

    private static byte[] message(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream message = CodedOutputStream.newInstance(bytes);
            fields.write(message);
            message.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
