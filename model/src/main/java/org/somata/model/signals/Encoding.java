package org.somata.model.signals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.PackedBits;

/**
 * A signal as bytes, little-endian: one that says what it is ({@code r}, {@code s} or {@code b}), one with the low level
 * (0 or −1; 0 for real values), two of 0, then rows and columns as 32-bit integers; then the values, 4 bytes each, or
 * the bits, eight to a byte from the lowest, C order.
 */
public final class Encoding {
    /** Bytes before the values. */
    public static final int HEADER = 12;

    private Encoding() {}

    /** @throws IllegalArgumentException for a signal without values of units */
    public static byte[] encode(Signal signal) {
        if (signal instanceof Signal.Real real) {
            Matrix values = real.values();
            ByteBuffer bytes =
                    header('r', 0, values.rows(), values.columns(), Math.multiplyExact(Float.BYTES, values.size()));
            bytes.asFloatBuffer().put(values.toFloats());
            return bytes.array();
        } else if (signal instanceof Signal.Packed bits) {
            return encode(signal instanceof Signal.Sign ? 's' : 'b', bits.packed(), bits.levels());
        }
        throw new IllegalArgumentException("no encoding of " + signal);
    }

    private static byte[] encode(char what, PackedBits packed, Levels levels) {
        byte[] bits = packed.toBytes();
        return header(what, (int) levels.low(), packed.rows(), packed.columns(), bits.length)
                .put(bits)
                .array();
    }

    private static ByteBuffer header(char what, int low, int rows, int columns, int length) {
        return ByteBuffer.allocate(HEADER + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) what)
                .put((byte) low)
                .putShort((short) 0)
                .putInt(rows)
                .putInt(columns);
    }

    /**
     * The signal that was encoded.
     *
     * @param kernels that make a matrix for real values
     * @throws IllegalArgumentException if these are not the bytes of one signal
     */
    public static Signal decode(byte[] encoded, Kernels kernels) {
        Head head = Head.of(encoded);
        if (head.what == 'r') {
            Matrix matrix = kernels.matrix(head.rows, head.columns);
            matrix.write(values(encoded));
            return new Signal.Real(matrix);
        }
        PackedBits packed = PackedBits.of(head.rows, head.columns, Arrays.copyOfRange(encoded, HEADER, encoded.length));
        Levels levels = head.low == 0 ? Levels.ZERO_ONE : Levels.PLUS_MINUS_ONE;
        return head.what == 's' ? new Signal.Sign(packed, levels) : new Signal.Bits(packed, levels);
    }

    /**
     * The numbers that the signal which was encoded is heard as, in C order.
     *
     * @throws IllegalArgumentException if these are not the bytes of one signal
     */
    public static float[] values(byte[] encoded) {
        Head head = Head.of(encoded);
        float[] values = new float[head.rows * head.columns];
        if (head.what == 'r') {
            ByteBuffer.wrap(encoded, HEADER, encoded.length - HEADER)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (encoded[HEADER + i / Byte.SIZE] >> i % Byte.SIZE & 1) == 1 ? 1 : head.low;
        }
        return values;
    }

    /** What the first bytes say, checked against their number. */
    private record Head(char what, int low, int rows, int columns) {
        static Head of(byte[] encoded) {
            if (encoded.length < HEADER) {
                throw new IllegalArgumentException(
                        "a signal of " + encoded.length + " bytes, fewer than its header has");
            }
            ByteBuffer bytes = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
            Head head = new Head((char) bytes.get(), bytes.get(), rows(bytes), bytes.getInt());
            if (head.low != 0 && head.low != -1 || head.rows < 0 || head.columns < 0) {
                throw new IllegalArgumentException("not a signal's header");
            }
            if ("rsb".indexOf(head.what) < 0) {
                throw new IllegalArgumentException("a signal of unknown kind '" + head.what + "'");
            }
            long size = (long) head.rows * head.columns;
            long length = head.what == 'r' ? Float.BYTES * size : (size + Byte.SIZE - 1) / Byte.SIZE;
            if (length != bytes.remaining()) {
                throw new IllegalArgumentException(head.rows + " × " + head.columns + " values take " + length
                        + " bytes, there are " + bytes.remaining());
            }
            return head;
        }

        private static int rows(ByteBuffer bytes) {
            if (bytes.getShort() != 0) {
                throw new IllegalArgumentException("not a signal's header");
            }
            return bytes.getInt();
        }
    }
}
