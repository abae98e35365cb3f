package org.somata.experiments.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes that grow. A whole number takes 7 bits a byte: as many ones as bytes follow, from the lowest bit of the first
 * byte, then a zero, then the number; one of more than 56 bits is a byte of ones and 8 bytes. Signed numbers are folded
 * first (0, −1, 1, −2 … are 0, 1, 2, 3 …), so that small ones of either sign take one byte.
 */
final class Bytes {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int ALL_ONES = 0xff;
    private static final int BITS_OF_MOST = 56;
    /** The most bytes that are touched to put a number. */
    private static final int LONGEST = 16;

    private byte[] bytes;
    private int length;

    /** @param room to begin with */
    Bytes(int room) {
        bytes = new byte[room];
    }

    int length() {
        return length;
    }

    ByteBuffer asBuffer() {
        return ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Has so many numbers fit; whoever puts numbers has to have asked. */
    void room(int numbers) {
        if (length + numbers * LONGEST > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + numbers * LONGEST));
        }
    }

    void put(int single) {
        bytes[length++] = (byte) single;
    }

    /** Asks for the room itself. */
    void put(byte[] all) {
        room(all.length / LONGEST + 1);
        System.arraycopy(all, 0, bytes, length, all.length);
        length += all.length;
    }

    void put(float number) {
        putFixed(Float.floatToRawIntBits(number));
    }

    void putFixed(int number) {
        INTS.set(bytes, length, number);
        length += Integer.BYTES;
    }

    /** Beyond one byte without a branch that depends on how long it is, for that changes from number to number. */
    void putUnsigned(long number) {
        if (number >>> 7 == 0) {
            bytes[length++] = (byte) (number << 1);
            return;
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(number);
        if (bits <= BITS_OF_MOST) {
            int count = (bits + 6) / 7;
            LONGS.set(bytes, length, number << count | (1L << count - 1) - 1);
            length += count;
        } else {
            bytes[length++] = (byte) ALL_ONES;
            LONGS.set(bytes, length, number);
            length += Long.BYTES;
        }
    }

    void putSigned(long number) {
        putUnsigned(number << 1 ^ number >> 63);
    }

    static long unsigned(ByteBuffer from) {
        int first = from.get() & ALL_ONES;
        if (first == ALL_ONES) {
            return from.getLong();
        }
        int count = Integer.numberOfTrailingZeros(~first) + 1;
        long number = first;
        for (int i = 1; i < count; i++) {
            number |= (from.get() & 0xffL) << i * Byte.SIZE;
        }
        return number >>> count;
    }

    static long signed(ByteBuffer from) {
        long folded = unsigned(from);
        return folded >>> 1 ^ -(folded & 1);
    }
}
