package org.somata.experiments.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.experiments.data.Folder.doubles;
import static org.somata.experiments.data.Folder.floats;
import static org.somata.experiments.data.Folder.longs;
import static org.somata.experiments.data.Folder.npy;
import static org.somata.experiments.data.Folder.npyOf;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NpyDatasetTest {
    private static final byte[] IMAGES = npy("|u1", "(2, 3)", Folder.counting(6));
    private static final byte[] LABELS = npy("|u1", "(2,)", new byte[] {0, 1});

    @TempDir
    private Path folder;

    private Dataset.Part read(byte[] images, byte[] labels, Room room) {
        return Npy.read(
                "images",
                Content.of(Samples.write(folder.resolve("images.npy"), images), "get another"),
                "labels",
                Content.of(Samples.write(folder.resolve("labels.npy"), labels), "get another"),
                room);
    }

    private Dataset.Part read(byte[] images, byte[] labels) {
        return read(images, labels, Room.ofProcess());
    }

    private static float[] input(Dataset.Part part, int index) {
        float[] input = new float[part.examples().features()];
        part.examples().copyInput(index, input, 0);
        return input;
    }

    @Test
    void bytesAreScaledAndFloatsAreKept() {
        assertArrayEquals(new float[] {3 / 255f, 4 / 255f, 5 / 255f}, input(read(IMAGES, LABELS), 1));
        byte[] wide = npy("<f8", "(2, 3)", doubles(0, -1e-30, 1e30, 0.1, 255, Float.MAX_VALUE));
        assertArrayEquals(new float[] {0.1f, 255, Float.MAX_VALUE}, input(read(wide, LABELS), 1));
        byte[] narrow = npy("<f4", "(2, 3)", floats(0.1f, -0f, 7, 8, 9, 10));
        Dataset.Part part = read(Samples.gzip(narrow), Samples.gzip(LABELS));
        assertArrayEquals(new float[] {0.1f, -0f, 7}, input(part, 0));
        assertEquals(ImageShape.NONE, part.shape());
        assertEquals(Samples.sha256(narrow), part.sha256().get("images"));
        assertEquals(Samples.sha256(LABELS), part.sha256().get("labels"));
    }

    @Test
    void channelsThatComeLastInTheFileComeFirstInTheInput() {
        byte[] labels = npy("<i4", "(1, 1)", new byte[] {1, 0, 0, 0});
        byte[] images = npy("<f4", "(1, 2, 2, 3)", floats(0, 10, 20, 1, 11, 21, 2, 12, 22, 3, 13, 23));
        Dataset.Part part = read(images, labels);
        assertEquals(new ImageShape(2, 2, 3), part.shape());
        assertArrayEquals(new float[] {0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23}, input(part, 0));
        byte[] bytes = npy("|u1", "(1, 1, 2, 2)", new byte[] {0, (byte) 255, 51, (byte) 204});
        assertArrayEquals(new float[] {0, 0.2f, 1, 0.8f}, input(read(bytes, labels), 0));
        byte[] grey = npy("|u1", "(1, 2, 2)", new byte[4]);
        assertEquals(new ImageShape(2, 2, 1), read(grey, labels).shape());
    }

    @Test
    void labelsAreOfAnyIntegerType() {
        for (String type : new String[] {"|u1", "|i1", "<u2", "<i2", "<u4", "<i4", "<u8", "<i8"}) {
            int size = type.charAt(2) - '0';
            byte[] numbers = new byte[2 * size];
            numbers[size] = 100;
            Dataset.Part part = read(IMAGES, npy(type, "(2,)", numbers));
            assertEquals(0, part.examples().label(0), type);
            assertEquals(100, part.examples().label(1), type);
            assertEquals(101, part.examples().classesUsed(), type);
        }
        assertEquals(
                200,
                read(IMAGES, npy("|u1", "(2,)", new byte[] {(byte) 200, 1}))
                        .examples()
                        .label(0));
    }

    @Test
    void otherWritersSpellTheHeaderTheirWay() {
        byte[] images = npyOf("{'shape':(2,3),'fortran_order':False,'descr':'|u1'}", Folder.counting(6));
        assertEquals(3, read(images, LABELS).examples().features());
        byte[] labels = npyOf("{'descr': '|u1', 'fortran_order': True, 'shape': (2,), }", new byte[2]);
        assertEquals(0, read(IMAGES, labels).examples().label(1), "one dimension has one order");
    }

    /** What is wrong, images, labels, and what the message must say. */
    static Stream<Arguments> damage() {
        return Stream.of(
                Arguments.of("empty", new byte[0], LABELS, "images.npy: is no NumPy array"),
                Arguments.of("no array", Folder.text("label,a\n1,2\n"), LABELS, "images.npy: is no NumPy array"),
                Arguments.of("cut in the header", Arrays.copyOf(IMAGES, 60), LABELS, "byte 128"),
                Arguments.of("cut", Samples.cut(IMAGES, 1), LABELS, "byte 133|(2, 3) numbers|134 bytes|ends here"),
                Arguments.of("longer", Arrays.copyOf(IMAGES, 135), LABELS, "byte 134|(2, 3)|goes on"),
                Arguments.of("cut gzip", Samples.cut(Samples.gzip(IMAGES), 9), LABELS, "gzip data"),
                Arguments.of("2^31", npy("|u1", "(65536, 32768)", new byte[6]), LABELS, "2 labels for 65536"),
                Arguments.of("many", npy("<f8", "(2, 2147483647)", new byte[6]), LABELS, "byte 134|ends here"),
                Arguments.of(
                        "more than a long",
                        npy("<f8", "(2, 2147483647, 2147483647, 4)", new byte[6]),
                        LABELS,
                        "byte 134|ends here"),
                Arguments.of("more than an int", npy("|u1", "(2, 2147483648)", new byte[6]), LABELS, "shape"),
                Arguments.of("negative", npy("|u1", "(2, -3)", new byte[6]), LABELS, "its header is not one of"),
                Arguments.of("no comma", npy("|u1", "(2 3)", new byte[6]), LABELS, "shape (2 3)"),
                Arguments.of("commas", npy("|u1", "(2,,3)", new byte[6]), LABELS, "shape (2,,3)"),
                Arguments.of("nothing", npy("|u1", "(2, 0)", new byte[0]), LABELS, "there is nothing in it"),
                Arguments.of("one dimension", npy("|u1", "(2,)", new byte[2]), LABELS, "shape (2,)|N×H×W"),
                Arguments.of("five dimensions", npy("|u1", "(2, 1, 1, 1, 1)", new byte[2]), LABELS, "N×H×W×C"),
                Arguments.of(
                        "channels first", npy("|u1", "(2, 3, 2, 5)", new byte[60]), LABELS, "transpose(0, 2, 3, 1)"),
                Arguments.of("int64", npy("<i8", "(2, 3)", new byte[48]), LABELS, "of type <i8|uint8"),
                Arguments.of("big-endian", npy(">f4", "(2, 3)", new byte[24]), LABELS, "of type >f4"),
                Arguments.of("objects", npy("|O", "(2, 3)", new byte[24]), LABELS, "of type |O, but images are"),
                Arguments.of(
                        "records",
                        npyOf("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }", new byte[8]),
                        LABELS,
                        "its header is not one of a plain array"),
                Arguments.of(
                        "twice the same key",
                        npyOf("{'descr': '|u1', 'descr': '|u1', 'shape': (2, 3), }", new byte[6]),
                        LABELS,
                        "its header is not one of a plain array"),
                Arguments.of(
                        "Fortran order",
                        npyOf("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }", new byte[6]),
                        LABELS,
                        "Fortran order|ascontiguousarray"),
                Arguments.of(
                        "NaN",
                        npy("<f4", "(2, 3)", floats(0, 1, 2, 3, Float.NaN, 5)),
                        LABELS,
                        "byte 144|number 1 of image 1 is NaN"),
                Arguments.of(
                        "too large",
                        npy("<f8", "(2, 3)", doubles(0, 1, 1e39, 3, 4, 5)),
                        LABELS,
                        "byte 144|number 2 of image 0|float32"),
                Arguments.of("more labels", IMAGES, npy("|u1", "(3,)", new byte[3]), "labels.npy: 3 labels for 2"),
                Arguments.of("one-hot", IMAGES, npy("|u1", "(2, 10)", new byte[20]), "labels.npy: has shape (2, 10)"),
                Arguments.of("a single label", IMAGES, npy("|u1", "()", new byte[1]), "labels.npy: has shape ()"),
                Arguments.of("float labels", IMAGES, npy("<f8", "(2,)", doubles(0, 1)), "of type <f8|astype('int64')"),
                Arguments.of(
                        "label -1", IMAGES, npy("<i8", "(2,)", longs(0, -1)), "labels.npy, byte 136: label 1 is -1"),
                Arguments.of("label 65536", IMAGES, npy("<i8", "(2,)", longs(65536, 1)), "byte 128: label 0 is 65536"),
                Arguments.of(
                        "label 2^64-1", IMAGES, npy("<u8", "(2,)", longs(0, -1)), "label 1 is 18446744073709551615"),
                Arguments.of("cut labels", IMAGES, Samples.cut(LABELS, 1), "labels.npy, byte 129|ends here"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damage")
    void damageIsNamed(String kind, byte[] images, byte[] labels, String telling) {
        DataException error = assertThrows(DataException.class, () -> read(images, labels));
        for (String words : telling.split("\\|")) {
            assertTrue(error.getMessage().contains(words), () -> words + " in: " + error.getMessage());
        }
        boolean says = error.getMessage().matches(".*; (if .*)?save .* instead");
        assertTrue(says || error.getMessage().endsWith("; get another"), error::getMessage);
    }

    /** A few kilobytes of gzip that tell the truth: so many zeros they are. */
    @Test
    void moreThanTheMemoryIsRefusedBeforeItIsTaken() {
        byte[] zeros = npy("<f4", "(2, 2500000)", new byte[20_000_000]);
        DataException error =
                assertThrows(DataException.class, () -> read(Samples.gzip(zeros), LABELS, new Room(10_000_000)));
        assertTrue(error.getMessage().contains("more than the 9 MB of memory"), error::getMessage);
        assertTrue(error.getMessage().contains("SOMATA_JAVA_OPTS"), error::getMessage);
    }

    @Test
    void whatIsEncodedIsParsed() {
        IntStream.of(0, 1, 1000, 123456789).forEach(count -> {
            NpyHeader header = NpyHeader.parse(NpyHeader.encode("<f4", count, 3), DataException::new);
            assertEquals("(" + count + ", 3)", header.shapeText());
            assertEquals(3L * count, header.count());
            assertEquals(0, header.bytes() % 64);
        });
    }
}
