package org.somata.model.signals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
        if (encoded.length < HEADER) {
            throw new IllegalArgumentException("a signal of " + encoded.length + " bytes, fewer than its header has");
        }
        ByteBuffer bytes = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        char what = (char) bytes.get();
        int low = bytes.get();
        int reserved = bytes.getShort();
        int rows = bytes.getInt();
        int columns = bytes.getInt();
        if (low != 0 && low != -1 || reserved != 0 || rows < 0 || columns < 0) {
            throw new IllegalArgumentException("not a signal's header");
        }
        long size = (long) rows * columns;
        long length = what == 'r' ? Float.BYTES * size : (size + Byte.SIZE - 1) / Byte.SIZE;
        if (length != bytes.remaining()) {
            throw new IllegalArgumentException(
                    rows + " × " + columns + " values take " + length + " bytes, there are " + bytes.remaining());
        }
        if (what == 'r') {
            float[] values = new float[(int) size];
            bytes.asFloatBuffer().get(values);
            Matrix matrix = kernels.matrix(rows, columns);
            matrix.write(values);
            return new Signal.Real(matrix);
        }
        byte[] bits = new byte[(int) length];
        bytes.get(bits);
        PackedBits packed = PackedBits.of(rows, columns, bits);
        Levels levels = low == 0 ? Levels.ZERO_ONE : Levels.PLUS_MINUS_ONE;
        return switch (what) {
            case 's' -> new Signal.Sign(packed, levels);
            case 'b' -> new Signal.Bits(packed, levels);
            default -> throw new IllegalArgumentException("a signal of unknown kind '" + what + "'");
        };
    }
}
