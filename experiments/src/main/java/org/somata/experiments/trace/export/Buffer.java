package org.somata.experiments.trace.export;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of one record, and then of the next, for one thread: what takes part in every byte of a file does not wait for
 * others. Numbers and names are written without making strings of them.
 */
final class Buffer extends OutputStream {
    private static final int MOST_DIGITS = 20;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private final byte[] digits = new byte[MOST_DIGITS];
    private byte[] bytes = new byte[1024];
    private int size;

    /** All of it, and more, until the next {@link #reset}. */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void reset() {
        size = 0;
    }

    @Override
    public void write(int each) {
        reserve(1);
        bytes[size++] = (byte) each;
    }

    @Override
    public void write(byte[] from, int at, int length) {
        reserve(length);
        System.arraycopy(from, at, bytes, size, length);
        size += length;
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), (int) Math.min(2L * size, MOST_BYTES)));
        }
    }

    Buffer put(char ascii) {
        write(ascii);
        return this;
    }

    Buffer put(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    Buffer put(byte[] text) {
        write(text, 0, text.length);
        return this;
    }

    Buffer put(long number) {
        if (number == Long.MIN_VALUE) {
            return put(Long.toString(number));
        }
        int at = MOST_DIGITS;
        long left = Math.abs(number);
        do {
            digits[--at] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        if (number < 0) {
            digits[--at] = '-';
        }
        write(digits, at, MOST_DIGITS - at);
        return this;
    }

    /** Thousandths as a decimal number: {@code 12.034}, {@code 12}. */
    Buffer putThousandths(long number) {
        put(number / 1_000);
        long fraction = number % 1_000;
        if (fraction > 0) {
            put('.').put((char) ('0' + fraction / 100))
                    .put((char) ('0' + fraction / 10 % 10))
                    .put((char) ('0' + fraction % 10));
        }
        return this;
    }

    /** A number of protobuf's: seven bits a byte, the lowest first. */
    Buffer putVarint(int number) {
        int left = number;
        for (; left >>> 7 != 0; left >>>= 7) {
            write(left | 1 << 7);
        }
        write(left);
        return this;
    }

    /** A string of JSON, with its quotes. */
    Buffer putQuoted(String text) {
        return put('"').put(JsonStringEncoder.getInstance().quoteAsUTF8(text)).put('"');
    }
}
