package org.somata.experiments.trace.export;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A protobuf message under construction, whose memory serves for the next one when it has gone into another. */
final class ProtoMessage {
    private final Buffer bytes = new Buffer();
    private final CodedOutputStream fields = CodedOutputStream.newInstance(bytes, 512);

    private interface Writing {
        void run() throws IOException;
    }

    ProtoMessage number(int field, long number) {
        return write(() -> fields.writeUInt64(field, number));
    }

    /** Eight bytes, whatever the number. */
    ProtoMessage fixed(int field, long number) {
        return write(() -> fields.writeFixed64(field, number));
    }

    ProtoMessage real(int field, double number) {
        return write(() -> fields.writeDouble(field, number));
    }

    ProtoMessage text(int field, String text) {
        return write(() -> fields.writeString(field, text));
    }

    /** Takes another's fields as one of its own, and leaves the other empty. */
    ProtoMessage message(int field, ProtoMessage inner) {
        return write(() -> {
            inner.fields.flush();
            fields.writeByteArray(field, inner.bytes.bytes(), 0, inner.bytes.size());
            inner.bytes.reset();
        });
    }

    /** A message of two fields as one of its own: as {@link #message} would take it, without a detour. */
    ProtoMessage pair(int field, int first, long name, int second, long number) {
        return write(() -> {
            begin(field, first, name, CodedOutputStream.computeUInt64Size(second, number));
            fields.writeUInt64(second, number);
        });
    }

    ProtoMessage pair(int field, int first, long name, int second, double number) {
        return write(() -> {
            begin(field, first, name, CodedOutputStream.computeDoubleSize(second, number));
            fields.writeDouble(second, number);
        });
    }

    ProtoMessage pair(int field, int first, long name, int second, String text) {
        return write(() -> {
            begin(field, first, name, CodedOutputStream.computeStringSize(second, text));
            fields.writeString(second, text);
        });
    }

    private void begin(int field, int first, long name, int rest) throws IOException {
        fields.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        fields.writeUInt32NoTag(CodedOutputStream.computeUInt64Size(first, name) + rest);
        fields.writeUInt64(first, name);
    }

    /** It goes to a file as a field of what the file is, and is empty. */
    void moveTo(int field, Buffer file) {
        write(() -> {
            fields.flush();
            file.putVarint(field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED)
                    .putVarint(bytes.size())
                    .write(bytes.bytes(), 0, bytes.size());
            bytes.reset();
        });
    }

    private ProtoMessage write(Writing writing) {
        try {
            writing.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }
}
