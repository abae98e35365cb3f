package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.experiments.data.DataException;

class NpyTest {
    private static final Path FILE = Path.of("a.npy");
    private static final byte[] GOOD = Npy.encode(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    private static final String NO_ARRAY = "is no NumPy array of format 1.0";
    private static final String PLAIN = "its header is not one of a plain array: descr, fortran_order and shape";
    private static final String HEADER =
            "its header is not one of little-endian float32 in C order with one or two dimensions";

    @Test
    void whatWasWrittenIsRead() {
        float[] values = {0, -0f, Float.NaN, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, 1e-30f};
        for (int[] shape : new int[][] {{6}, {2, 3}, {6, 1}, {1, 6}}) {
            Npy.Content content = Npy.decode(FILE, Npy.encode(values, shape));
            assertArrayEquals(shape, content.shape());
            assertArrayEquals(values, content.values());
        }
        assertEquals(0, Npy.decode(FILE, Npy.encode(new float[0], 0)).values().length);
    }

    static Stream<Arguments> damaged() {
        return Stream.of(
                Arguments.of("nothing", new byte[0], NO_ARRAY),
                Arguments.of("cut in the prefix", Arrays.copyOf(GOOD, 9), NO_ARRAY),
                Arguments.of("other magic", flipped(0), NO_ARRAY),
                Arguments.of("format 2.0", at(6, 2), NO_ARRAY),
                Arguments.of("format 1.1", at(7, 1), NO_ARRAY),
                Arguments.of(
                        "cut in the header",
                        Arrays.copyOf(GOOD, 60),
                        "its header ends after the file does, at byte 128"),
                Arguments.of("header too long", at(9, 0xff), "its header ends after the file does, at byte 65408"),
                Arguments.of("header too short", at(8, 20), PLAIN),
                Arguments.of("float64", text("<f4", "<f8"), HEADER),
                Arguments.of("big-endian", text("<f4", ">f4"), HEADER),
                Arguments.of("Fortran order", text("False", "True "), HEADER),
                Arguments.of("three dimensions", text("(2, 3), }", "(2, 3, 1)}"), HEADER),
                Arguments.of("negative", text("(2, 3)", "(-2,3)"), PLAIN),
                Arguments.of("no dimension", text("(2, 3)", "(    )"), HEADER),
                Arguments.of("words", text("shape", "shade"), PLAIN),
                Arguments.of(
                        "more claimed",
                        text("(2, 3)", "(2, 4)"),
                        "its header claims 8 numbers (32 bytes), but 24 bytes follow it"),
                Arguments.of(
                        "less claimed",
                        text("(2, 3)", "(2, 2)"),
                        "its header claims 4 numbers (16 bytes), but 24 bytes follow it"),
                Arguments.of(
                        "no values",
                        Arrays.copyOf(GOOD, 128),
                        "its header claims 6 numbers (24 bytes), but 0 bytes follow it"),
                Arguments.of(
                        "cut in the last value",
                        Arrays.copyOf(GOOD, GOOD.length - 1),
                        "its header claims 6 numbers (24 bytes), but 23 bytes follow it"),
                Arguments.of(
                        "something after it",
                        Arrays.copyOf(GOOD, GOOD.length + 4),
                        "its header claims 6 numbers (24 bytes), but 28 bytes follow it"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damaged")
    void damageIsNamed(String name, byte[] bytes, String what) {
        DataException damage = assertThrows(DataException.class, () -> Npy.decode(FILE, bytes));
        assertEquals("a.npy: " + what + "; take an undamaged copy", damage.getMessage());
    }

    private static byte[] flipped(int index) {
        return at(index, GOOD[index] ^ 1);
    }

    private static byte[] at(int index, int value) {
        byte[] bytes = GOOD.clone();
        bytes[index] = (byte) value;
        return bytes;
    }

    private static byte[] text(String from, String to) {
        String all = new String(GOOD, StandardCharsets.ISO_8859_1);
        assertTrue(all.contains(from));
        return all.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
