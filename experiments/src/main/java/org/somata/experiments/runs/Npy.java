package org.somata.experiments.runs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.somata.experiments.data.DataException;
import org.somata.experiments.data.NpyHeader;

/** Arrays of float32 in NumPy's format 1.0, little-endian, C order, with one or two dimensions. */
final class Npy {
    private static final String TYPE = "<f4";

    private Npy() {}

    /** An array in a file: {@code shape} has one or two numbers. */
    record Content(int[] shape, float[] values) {
        String shapeText() {
            return Arrays.toString(shape);
        }
    }

    static byte[] encode(float[] values, int... shape) {
        byte[] header = NpyHeader.encode(TYPE, shape);
        ByteBuffer bytes =
                ByteBuffer.allocate(header.length + Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(header).asFloatBuffer().put(values);
        return bytes.array();
    }

    /** @throws DataException if the file is not such an array, or not wholly there */
    static Content read(Path file) {
        return decode(file, bytes(file));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new DataException(file + ": cannot be read (" + unreadable.getMessage() + ")");
        }
    }

    /**
     * @param file for messages
     * @throws DataException if the bytes are no such array
     */
    static Content decode(Path file, byte[] bytes) {
        NpyHeader header = NpyHeader.parse(bytes, what -> damaged(file, what));
        int dimensions = header.shape().size();
        if (!header.type().equals(TYPE) || header.fortranOrder() || dimensions < 1 || dimensions > 2) {
            throw damaged(file, "its header is not one of little-endian float32 in C order with one or two dimensions");
        }
        long count = header.count();
        long present = bytes.length - header.bytes();
        if (present != Float.BYTES * count) {
            throw damaged(
                    file,
                    "its header claims " + count + " numbers (" + Float.BYTES * count + " bytes), but " + present
                            + " bytes follow it");
        }
        float[] values = new float[(int) count];
        ByteBuffer.wrap(bytes, header.bytes(), (int) present)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new Content(header.shape().stream().mapToInt(Integer::intValue).toArray(), values);
    }

    private static DataException damaged(Path file, String what) {
        return new DataException(file + ": " + what + "; take an undamaged copy");
    }
}
