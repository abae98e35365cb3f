package org.somata.model.numerics;

import java.util.Arrays;

/**
 * Rows × columns bits, eight to a byte, in C order from the lowest bit of the first byte. Bits become numbers as two
 * levels: {@code low} where a bit is 0, and 1 where it is 1.
 */
public final class PackedBits {
    private static final int OF_BYTE = Byte.SIZE;
    /** Grid of the uniform numbers that a probability is compared with. */
    private static final float GRID = 0x1p24f;

    private static final float[] ZERO_OR_ONE = levels(0);
    private static final float[] MINUS_OR_PLUS_ONE = levels(-1);

    private final int rows;
    private final int columns;
    private final byte[] bytes;

    public PackedBits(int rows, int columns) {
        this(rows, columns, new byte[bytes((long) rows * columns)]);
    }

    private PackedBits(int rows, int columns, byte[] bytes) {
        this.rows = rows;
        this.columns = columns;
        this.bytes = bytes;
    }

    /**
     * The bits that {@link #toBytes} gave.
     *
     * @throws IllegalArgumentException unless these are just the bytes that so many bits take, and 0 beyond the last
     */
    public static PackedBits of(int rows, int columns, byte[] bytes) {
        long bits = (long) rows * columns;
        if (rows < 0 || columns < 0 || bytes.length != bytes(bits)) {
            throw new IllegalArgumentException(rows + " × " + columns + " bits in " + bytes.length + " bytes");
        }
        int ofLast = (int) (bits % OF_BYTE);
        if (ofLast > 0 && (bytes[bytes.length - 1] & 0xff) >> ofLast != 0) {
            throw new IllegalArgumentException("more than " + rows + " × " + columns + " bits");
        }
        return new PackedBits(rows, columns, bytes.clone());
    }

    private static int bytes(long bits) {
        return Math.toIntExact((bits + OF_BYTE - 1) / OF_BYTE);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** How many bits there are. */
    public int size() {
        return rows * columns;
    }

    /** A copy of the bytes; bits beyond the last are 0. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Sets each bit where the number is above 0; not where it is 0 or NaN. */
    public void signsOf(Matrix values) {
        requireRows(values, rows);
        float[] numbers = Scratch.get().floats(0, size());
        values.read(numbers);
        int whole = size() / OF_BYTE;
        for (int i = 0; i < whole; i++) {
            int at = i * OF_BYTE;
            bytes[i] = (byte) (high(numbers[at])
                    | high(numbers[at + 1]) << 1
                    | high(numbers[at + 2]) << 2
                    | high(numbers[at + 3]) << 3
                    | high(numbers[at + 4]) << 4
                    | high(numbers[at + 5]) << 5
                    | high(numbers[at + 6]) << 6
                    | high(numbers[at + 7]) << 7);
        }
        if (whole < bytes.length) {
            int last = 0;
            for (int at = whole * OF_BYTE; at < size(); at++) {
                last |= high(numbers[at]) << at % OF_BYTE;
            }
            bytes[whole] = (byte) last;
        }
    }

    private static int high(float number) {
        return number > 0 ? 1 : 0;
    }

    /**
     * Draws each bit, 1 with the probability (x − low) / (1 − low) for its number x, brought into [0, 1]: the draw named
     * by {@code key} (see {@link Chance}). Where there are more rows than numbers, these are gone through again, so that
     * every block of rows is another draw of the same numbers.
     *
     * @param low what a bit of 0 stands for, 0 or −1
     */
    public void drawFrom(Matrix values, float low, long key) {
        if (values.columns() != columns || values.rows() == 0 || rows % values.rows() != 0) {
            throw new IllegalArgumentException("cannot draw " + rows + " × " + columns + " bits from " + values);
        }
        int distinct = values.size();
        float[] thresholds = Scratch.get().floats(0, distinct);
        values.read(thresholds);
        float scale = GRID / (1 - low);
        for (int i = 0; i < distinct; i++) {
            thresholds[i] = (thresholds[i] - low) * scale;
        }
        int[] chance = Scratch.get().ints(size());
        Chance.bits(key, chance, size());
        Arrays.fill(bytes, (byte) 0);
        for (int from = 0; from < size(); from += distinct) {
            draw(thresholds, chance, from, distinct);
        }
    }

    private void draw(float[] thresholds, int[] chance, int from, int count) {
        int at = 0;
        if (from % OF_BYTE == 0) {
            for (; at + OF_BYTE <= count; at += OF_BYTE) {
                int eight = 0;
                for (int bit = 0; bit < OF_BYTE; bit++) {
                    eight |= below(chance[from + at + bit], thresholds[at + bit]) << bit;
                }
                bytes[(from + at) / OF_BYTE] = (byte) eight;
            }
        }
        for (; at < count; at++) {
            int place = from + at;
            bytes[place / OF_BYTE] |= (byte) (below(chance[place], thresholds[at]) << place % OF_BYTE);
        }
    }

    private static int below(int chance, float threshold) {
        return (chance >>> 8) < threshold ? 1 : 0;
    }

    /** Writes the levels that the bits stand for: {@code low} or 1. */
    public void decode(float low, Matrix into) {
        requireRows(into, rows);
        float[] table = low == 0 ? ZERO_OR_ONE : MINUS_OR_PLUS_ONE;
        float[] numbers = Scratch.get().floats(0, bytes.length * OF_BYTE);
        for (int i = 0; i < bytes.length; i++) {
            System.arraycopy(table, (bytes[i] & 0xff) * OF_BYTE, numbers, i * OF_BYTE, OF_BYTE);
        }
        into.write(numbers);
    }

    private void requireRows(Matrix values, int wanted) {
        if (values.rows() != wanted || values.columns() != columns) {
            throw new IllegalArgumentException(rows + " × " + columns + " bits, but a matrix of " + values);
        }
    }

    /** The eight levels of every byte there is. */
    private static float[] levels(float low) {
        float[] table = new float[256 * OF_BYTE];
        for (int i = 0; i < table.length; i++) {
            table[i] = (i / OF_BYTE >> i % OF_BYTE & 1) == 1 ? 1 : low;
        }
        return table;
    }
}
