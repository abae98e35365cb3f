package org.somata.experiments.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CifarTest {
    private static final int RECORDS = 2;
    private static final int BYTES = RECORDS * CifarFormat.RECORD;
    private static final List<KnownFile> FILES = Stream.of("data_batch_1.bin", "data_batch_2.bin", "test_batch.bin")
            .map(name -> new KnownFile(name, BYTES, ""))
            .toList();
    private static final KnownDataset KNOWN =
            new KnownDataset("few", "", new CifarFormat(RECORDS), FILES, List.of(), 4, 2, new ImageShape(32, 32, 3));

    @TempDir
    private Path raw;

    @TempDir
    private Path ready;

    private static byte[] png(int width, int height, int type) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xff000000 | red(y, x) << 16 | green(y, x) << 8 | blue(y, x));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static int red(int image, int pixel) {
        return (pixel + image) % 256;
    }

    private static int green(int image, int pixel) {
        return (3 * pixel + image) % 256;
    }

    private static int blue(int image, int pixel) {
        return (pixel / 4 + 100 * image) % 256;
    }

    private void writeSprites() throws IOException {
        for (KnownFile file : FILES) {
            Samples.write(raw.resolve(file.name().replace(".bin", ".png")), png(1024, 2, BufferedImage.TYPE_INT_RGB));
        }
        Samples.write(raw.resolve("train_lables.json"), text("[1, 2,\n3,9]"));
        Samples.write(raw.resolve("test_lables.json"), text("[0,7]"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Dataset read() {
        return KNOWN.format().read(KNOWN, file -> Content.of(ready.resolve(file.name()), "fetch it"));
    }

    @Test
    void spritesBecomeTheBinaryForm() throws IOException {
        writeSprites();
        KNOWN.format().convert(FILES, raw, ready);
        Dataset dataset = read();
        assertEquals(4, dataset.train().count());
        assertEquals(3072, dataset.features());
        assertEquals(new ImageShape(32, 32, 3), dataset.shape());
        assertEquals(
                List.of(1, 2, 3, 9),
                Stream.of(0, 1, 2, 3).map(dataset.train()::label).toList());
        assertEquals(7, dataset.test().label(1));
        float[] input = new float[3072];
        dataset.train().copyInput(3, input, 0);
        for (int pixel = 0; pixel < 1024; pixel++) {
            assertEquals(red(1, pixel) / 255f, input[pixel]);
            assertEquals(green(1, pixel) / 255f, input[1024 + pixel]);
            assertEquals(blue(1, pixel) / 255f, input[2048 + pixel]);
        }
        String hash = Samples.sha256(Files.readAllBytes(ready.resolve("test_batch.bin")));
        assertEquals(hash, dataset.sha256().get("test_batch.bin"));
    }

    /** The file, what it holds instead, and what the message must say. */
    static Stream<Arguments> damage() throws IOException {
        byte[] good = png(1024, 2, BufferedImage.TYPE_INT_RGB);
        byte[] huge = good.clone();
        Arrays.fill(huge, 20, 24, (byte) 0x7f);
        String png = "data_batch_2.png";
        return Stream.of(
                Arguments.of(png, png(1024, 3, BufferedImage.TYPE_INT_RGB), "byte 16|1024x3 pixels|1024x2"),
                Arguments.of(png, png(512, 2, BufferedImage.TYPE_INT_RGB), "512x2 pixels"),
                Arguments.of(png, huge, "1024x2139062143 pixels"),
                Arguments.of(png, png(1024, 2, BufferedImage.TYPE_BYTE_GRAY), "8-bit red, green and blue"),
                Arguments.of(png, text("GIF89a"), "no PNG"),
                Arguments.of(png, new byte[0], "no PNG"),
                Arguments.of(png, Arrays.copyOf(good, 40), "cannot be decoded"),
                Arguments.of("train_lables.json", text("[1,2,3"), "train_lables.json, byte 6|no JSON"),
                Arguments.of("train_lables.json", text("{}"), "no JSON array"),
                Arguments.of("train_lables.json", text("[1,2,3]"), "3 labels for 4 images"),
                Arguments.of("train_lables.json", text("[1,2,3,4,5]"), "more than 4 labels"),
                Arguments.of("train_lables.json", text("[1,2,3,10]"), "byte 7|label 3 is 10"),
                Arguments.of("train_lables.json", text("[1,2,3,99999999999]"), "no JSON|99999999999"),
                Arguments.of("train_lables.json", text("[1,2,3,\"4\"]"), "byte 7|no integer"),
                Arguments.of("train_lables.json", text("[1,2,3,4] 5"), "follows the labels"),
                Arguments.of("test_lables.json", text("[1,2" + " ".repeat(999) + "]"), "too long"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("damage")
    void damageIsNamed(String file, byte[] bytes, String telling) throws IOException {
        writeSprites();
        Samples.write(raw.resolve(file), bytes);
        DataException error =
                assertThrows(DataException.class, () -> KNOWN.format().convert(FILES, raw, ready));
        for (String words : (file + "|" + telling).split("\\|")) {
            assertTrue(error.getMessage().contains(words), () -> words + " in: " + error.getMessage());
        }
    }

    @Test
    void aMissingSpriteIsNamed() throws IOException {
        writeSprites();
        Files.delete(raw.resolve("test_batch.png"));
        DataException error =
                assertThrows(DataException.class, () -> KNOWN.format().convert(FILES, raw, ready));
        assertTrue(error.getMessage().contains("test_batch.png: there is no such file"), error::getMessage);
    }

    @Test
    void theBinaryFormIsTakenAsItIsAndItsSizesAndLabelsChecked() throws IOException {
        FILES.forEach(file -> Samples.write(raw.resolve(file.name()), new byte[BYTES]));
        KNOWN.format().convert(FILES, raw, ready);
        assertEquals(4, read().train().count());

        byte[] wrongLabel = new byte[BYTES];
        wrongLabel[CifarFormat.RECORD] = 10;
        Samples.write(ready.resolve("data_batch_1.bin"), wrongLabel);
        assertTrue(assertThrows(DataException.class, this::read).getMessage().contains("byte 3073: label 1 is 10"));

        Samples.write(ready.resolve("data_batch_1.bin"), new byte[BYTES - 1]);
        assertTrue(
                assertThrows(DataException.class, this::read).getMessage().contains("byte 6145: the file ends here"));
    }
}
