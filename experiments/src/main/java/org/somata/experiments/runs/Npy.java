package org.somata.experiments.runs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.somata.experiments.data.DataException;

/** Arrays of float32 in NumPy's format 1.0, little-endian, C order. */
final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int PREFIX = MAGIC.length + 2;
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': *'<f4', *'fortran_order': *False, *'shape': *\\((\\d{1,9})(?:, *(\\d{1,9}))?,? *\\),? *} *\n");

    private Npy() {}

    /** An array in a file: {@code shape} has one or two numbers. */
    record Content(int[] shape, float[] values) {
        String shapeText() {
            return Arrays.toString(shape);
        }
    }

    static byte[] encode(float[] values, int... shape) {
        String dimensions = shape.length == 1 ? shape[0] + "," : shape[0] + ", " + shape[1];
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + dimensions + "), }";
        int padded = (PREFIX + text.length() + 1 + 63) / 64 * 64;
        String header = text + " ".repeat(padded - PREFIX - text.length() - 1) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(padded + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        bytes.asFloatBuffer().put(values);
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
        if (bytes.length < PREFIX || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw damaged(file, "is no NumPy array of format 1.0");
        }
        int length = Byte.toUnsignedInt(bytes[8]) | Byte.toUnsignedInt(bytes[9]) << 8;
        if (PREFIX + length > bytes.length) {
            throw damaged(file, "its header ends after the file does, at byte " + (PREFIX + length));
        }
        Matcher header = HEADER.matcher(new String(bytes, PREFIX, length, StandardCharsets.US_ASCII));
        if (!header.matches()) {
            throw damaged(file, "its header is not one of little-endian float32 in C order with one or two dimensions");
        }
        int[] shape = header.group(2) == null
                ? new int[] {Integer.parseInt(header.group(1))}
                : new int[] {Integer.parseInt(header.group(1)), Integer.parseInt(header.group(2))};
        long count = Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
        long present = bytes.length - PREFIX - length;
        if (present != 4 * count) {
            throw damaged(
                    file,
                    "its header claims " + count + " numbers (" + 4 * count + " bytes), but " + present
                            + " bytes follow it");
        }
        float[] values = new float[(int) count];
        ByteBuffer.wrap(bytes, PREFIX + length, (int) present)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new Content(shape, values);
    }

    private static DataException damaged(Path file, String what) {
        return new DataException(file + ": " + what + "; take an undamaged copy");
    }
}
