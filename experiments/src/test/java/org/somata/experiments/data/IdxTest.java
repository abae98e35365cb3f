package org.somata.experiments.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdxTest {
    private static final byte[] IMAGES = Samples.images(4);
    private static final byte[] LABELS = Samples.labels(4);

    @TempDir
    private Path folder;

    private Dataset.Part read(byte[] images, byte[] labels) {
        return Idx.read(
                "images",
                Content.of(Samples.write(folder.resolve("images.gz"), images), "get another"),
                "labels",
                Content.of(Samples.write(folder.resolve("labels"), labels), "get another"),
                10,
                Room.ofProcess());
    }

    /** What is wrong, images, labels, and what the message must say. */
    static Stream<Arguments> damage() {
        byte[] gzip = Samples.gzip(IMAGES);
        return Stream.of(
                Arguments.of("truncated gzip", Samples.cut(gzip, 12), LABELS, "images.gz, byte|gzip data|too early"),
                Arguments.of("damaged gzip", flipped(gzip, 15), LABELS, "images.gz|gzip data"),
                Arguments.of("truncated", Samples.cut(IMAGES, 1), LABELS, "byte 39|40 bytes in all|file ends here"),
                Arguments.of("header only", Samples.cut(IMAGES, 24), LABELS, "byte 16|4 images of 2x3|ends here"),
                Arguments.of("truncated header", Samples.cut(IMAGES, 30), LABELS, "byte 10|within its header"),
                Arguments.of("empty", new byte[0], LABELS, "images.gz, byte 0|within its header"),
                Arguments.of("labels as images", LABELS, LABELS, "byte 0|0x00000801|0x00000803"),
                Arguments.of("images as labels", IMAGES, IMAGES, "labels, byte 0|0x00000803|0x00000801"),
                Arguments.of("a web page", "<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8), LABELS, "magic"),
                Arguments.of("trailing byte", Samples.idx(0x0803, new byte[25], 4, 2, 3), LABELS, "byte 40|goes on"),
                Arguments.of("no images", Samples.idx(0x0803, new byte[0], 0, 2, 3), LABELS, "byte 4|dimension is 0"),
                Arguments.of("no columns", Samples.idx(0x0803, new byte[0], 4, 2, 0), LABELS, "byte 12|dimension is 0"),
                Arguments.of("more labels", IMAGES, Samples.labels(5), "labels, byte 4|5 labels for 4 images"),
                Arguments.of("label 10", IMAGES, Samples.idx(0x0801, new byte[] {0, 9, 10, 1}, 4), "byte 10|2 is 10"),
                Arguments.of("label 255", IMAGES, Samples.idx(0x0801, new byte[] {-1, 9, 1, 1}, 4), "byte 8|is 255"));
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] other = bytes.clone();
        other[at] ^= 0x5f;
        return other;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damage")
    void damageIsNamed(String kind, byte[] images, byte[] labels, String telling) {
        DataException error = assertThrows(DataException.class, () -> read(images, labels));
        for (String words : telling.split("\\|")) {
            assertTrue(error.getMessage().contains(words), () -> words + " in: " + error.getMessage());
        }
        assertTrue(error.getMessage().endsWith("; get another"), error::getMessage);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of("2 GiB", new int[] {1 << 21, 32, 32}),
                Arguments.of("2^31 images", new int[] {Integer.MIN_VALUE, 2, 3}),
                Arguments.of("more than a long holds", new int[] {-1, -1, -1}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void nothingIsAllocatedForALyingHeader(String kind, int[] dimensions) {
        byte[] images = Samples.idx(0x0803, new byte[24], dimensions);
        byte[] labels = Samples.idx(0x0801, new byte[4], dimensions[0]);
        DataException error = assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThrows(DataException.class, () -> read(images, labels)));
        assertTrue(error.getMessage().contains("byte 40: the header claims"), error::getMessage);
        assertTrue(error.getMessage().contains("the file ends here"), error::getMessage);
    }

    @Test
    void aMissingFileIsNamed() {
        Path nowhere = folder.resolve("nowhere");
        DataException error = assertThrows(
                DataException.class, () -> Content.of(nowhere, "fetch it").head(4));
        assertEquals(nowhere + ": there is no such file; fetch it", error.getMessage());
    }

    @Test
    void gzipIsKnownByContentNotByName() {
        Dataset.Part plain = read(IMAGES, Samples.gzip(LABELS));
        Dataset.Part packed = read(Samples.gzip(IMAGES), LABELS);
        assertEquals(new ImageShape(2, 3, 1), plain.shape());
        assertEquals(plain.sha256(), packed.sha256());
        assertEquals(Samples.sha256(IMAGES), packed.sha256().get("images"));
        assertEquals(4, packed.examples().count());
        assertEquals(3, packed.examples().label(3));
        float[] into = new float[8];
        packed.examples().copyInput(1, into, 1);
        assertArrayEquals(
                new float[] {0, 6 / 255f, 7 / 255f, 8 / 255f, 9 / 255f, 10 / 255f, 11 / 255f, 0}, into, "scaled");
    }
}
