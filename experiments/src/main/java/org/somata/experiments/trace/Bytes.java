package org.somata.experiments.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes that grow. Whole numbers take 7 bits a byte, lowest first, with the high bit set on all but the last; signed ones
 * are folded first (0, −1, 1, −2 … are 0, 1, 2, 3 …), so that small ones of either sign take one byte.
 */
final class Bytes {
    private byte[] bytes = new byte[1 << 14];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    ByteBuffer asBuffer() {
        return ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    void put(int single) {
        room(1);
        bytes[length++] = (byte) single;
    }

    void put(byte[] all) {
        room(all.length);
        System.arraycopy(all, 0, bytes, length, all.length);
        length += all.length;
    }

    void put(float number) {
        putFixed(Float.floatToRawIntBits(number));
    }

    void putFixed(int number) {
        room(Integer.BYTES);
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[length++] = (byte) (number >> i * Byte.SIZE);
        }
    }

    void putUnsigned(long number) {
        room(10);
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    void putSigned(long number) {
        putUnsigned(number << 1 ^ number >> 63);
    }

    static long unsigned(ByteBuffer from) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = from.get();
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }

    static long signed(ByteBuffer from) {
        long folded = unsigned(from);
        return folded >>> 1 ^ -(folded & 1);
    }
}
