package org.somata.experiments.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The header of an array in NumPy's format 1.0: eight bytes of magic and version, the length of a text in two, and the
 * text, a Python dictionary padded with spaces.
 *
 * @param type as NumPy writes it, such as {@code <f4} or {@code |u1}
 * @param fortranOrder whether the first index runs fastest in the file
 * @param shape no dimensions for a single number
 * @param bytes of the header itself: the numbers begin there
 */
public record NpyHeader(String type, boolean fortranOrder, List<Integer> shape, int bytes) {
    /** The longest that there can be. */
    static final int LONGEST = 10 + 0xffff;

    /** As good as infinitely many numbers. */
    private static final long MOST = Long.MAX_VALUE / 32;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int PREFIX = MAGIC.length + 2;
    private static final String ENTRY =
            " *+'(descr|fortran_order|shape)' *+: *+('[^']{1,16}'|True|False|\\([0-9, ]{0,400}\\)) *+";
    private static final Pattern HEADER = Pattern.compile("\\{" + ENTRY + "," + ENTRY + "," + ENTRY + ",? *+\\} *+\n?");

    public NpyHeader {
        shape = List.copyOf(shape);
    }

    /** The header of a little-endian array in C order with all that stands before its numbers. */
    public static byte[] encode(String type, int... shape) {
        String dimensions = Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + dimensions
                + (shape.length == 1 ? "," : "") + "), }";
        int padded = (PREFIX + text.length() + 1 + 63) / 64 * 64;
        int length = padded - PREFIX;
        byte[] header = Arrays.copyOf(MAGIC, padded);
        header[MAGIC.length] = (byte) length;
        header[MAGIC.length + 1] = (byte) (length >> 8);
        byte[] padding = (text + " ".repeat(length - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(padding, 0, header, PREFIX, length);
        return header;
    }

    /**
     * @param start of a file, or all of it
     * @param fault makes the exception to be thrown from what is wrong
     */
    public static NpyHeader parse(byte[] start, Function<String, DataException> fault) {
        if (start.length < PREFIX || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw fault.apply("is no NumPy array of format 1.0");
        }
        int end = PREFIX + (Byte.toUnsignedInt(start[8]) | Byte.toUnsignedInt(start[9]) << 8);
        if (end > start.length) {
            throw fault.apply("its header ends after the file does, at byte " + end);
        }
        Matcher text = HEADER.matcher(new String(start, PREFIX, end - PREFIX, StandardCharsets.ISO_8859_1));
        Map<String, String> entries = new HashMap<>();
        for (int entry = 0; text.matches() && entry < 3; entry++) {
            entries.put(text.group(1 + 2 * entry), text.group(2 + 2 * entry));
        }
        String type = entries.getOrDefault("descr", "");
        String order = entries.getOrDefault("fortran_order", "");
        String shape = entries.getOrDefault("shape", "");
        if (!type.startsWith("'") || !order.matches("True|False") || !shape.startsWith("(")) {
            throw fault.apply("its header is not one of a plain array: descr, fortran_order and shape");
        }
        return new NpyHeader(
                type.substring(1, type.length() - 1),
                order.equals("True"),
                dimensions(shape.substring(1, shape.length() - 1), fault),
                end);
    }

    private static List<Integer> dimensions(String text, Function<String, DataException> fault) {
        List<Integer> dimensions = new ArrayList<>();
        // the comma after the last is Python's
        for (String each :
                text.isBlank() ? new String[0] : text.replaceFirst(", *$", "").split(",", -1)) {
            String digits = each.trim();
            if (!digits.matches("[0-9]{1,10}") || Long.parseLong(digits) > Integer.MAX_VALUE) {
                throw fault.apply("its header claims the shape (" + text + "), which no array has that can be read");
            }
            dimensions.add(Integer.parseInt(digits));
        }
        return dimensions;
    }

    /** How many numbers it claims; no more than {@link #MOST}, so that their bytes can be counted. */
    public long count() {
        try {
            return Math.min(MOST, shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact));
        } catch (ArithmeticException overflow) {
            return MOST;
        }
    }

    /** As Python writes it. */
    public String shapeText() {
        return shape.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "(", shape.size() == 1 ? ",)" : ")"));
    }
}
