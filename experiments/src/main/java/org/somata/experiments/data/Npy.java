package org.somata.experiments.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/**
 * Examples as two arrays in NumPy's format. Images are N×H×W, N×H×W×C (C from 1 to 4) or N×features, of uint8, scaled
 * from 0 … 255 to [0, 1], or of float32 or float64, kept as they are (float64 rounded to float32). Labels are N or N×1
 * integers of any size. Both are little-endian, in C order.
 */
final class Npy {
    private static final int MOST_CHANNELS = 4;
    private static final int MOST_FEATURES = 1 << 24;

    private Npy() {}

    /**
     * @param imagesName and {@code labelsName} the names under which the hashes stand
     * @throws DataException for anything that is not two whole arrays that belong together
     */
    static Dataset.Part read(String imagesName, Content images, String labelsName, Content labels, Room room) {
        NpyHeader imagesHeader = header(images);
        NpyHeader labelsHeader = header(labels);
        ImageShape shape = imageShape(images, imagesHeader);
        List<Integer> counted = labelsHeader.shape();
        if (counted.isEmpty() || counted.size() > 2 || counted.size() == 2 && counted.get(1) != 1) {
            throw labels.damaged("has shape " + labelsHeader.shapeText() + ", but labels are N integers");
        }
        if (!counted.get(0).equals(imagesHeader.shape().get(0))) {
            throw labels.damaged(
                    counted.get(0) + " labels for " + imagesHeader.shape().get(0) + " images");
        }
        Hashed<int[]> classes = NpyLabels.read(labels, labelsHeader, room);
        Hashed<Inputs> inputs = inputs(images, imagesHeader, shape, room);
        return new Dataset.Part(
                new Labelled(inputs.value(), classes.value(), Labels.MOST_CLASSES),
                shape,
                Map.of(imagesName, inputs.sha256(), labelsName, classes.sha256()));
    }

    /** What was read of a file, and the file's SHA-256. */
    record Hashed<T>(T value, String sha256) {}

    private static NpyHeader header(Content content) {
        NpyHeader header = NpyHeader.parse(content.head(NpyHeader.LONGEST), content::damaged);
        if (header.fortranOrder() && header.shape().size() > 1) {
            throw content.unsuitable("its numbers are in Fortran order; save numpy.ascontiguousarray(a) instead");
        }
        return header;
    }

    private static ImageShape imageShape(Content content, NpyHeader header) {
        List<Integer> shape = header.shape();
        if (shape.size() < 2 || shape.size() > 4) {
            throw content.damaged("has shape " + header.shapeText() + ", but images are N×H×W, N×H×W×C or N×features");
        }
        if (shape.contains(0)) {
            throw content.damaged("has shape " + header.shapeText() + ": there is nothing in it");
        }
        if (shape.size() == 2) {
            return ImageShape.NONE;
        }
        int channels = shape.size() == 3 ? 1 : shape.get(3);
        if (channels > MOST_CHANNELS) {
            throw content.unsuitable("has shape " + header.shapeText() + ", but the last dimension of N×H×W×C is 1 to "
                    + MOST_CHANNELS + " channels; if the channels come first, save a.transpose(0, 2, 3, 1) instead");
        }
        return new ImageShape(shape.get(1), shape.get(2), channels);
    }

    private static Hashed<Inputs> inputs(Content content, NpyHeader header, ImageShape shape, Room room) {
        int size = switch (header.type()) {
            case "|u1", "<u1" -> 1;
            case "<f4" -> Float.BYTES;
            case "<f8" -> Double.BYTES;
            default ->
                throw content.damaged("its numbers are of type " + header.type()
                        + ", but images are |u1 (uint8), <f4 (float32) or <f8 (float64)");
        };
        requireSize(content, header, size);
        int count = header.shape().get(0);
        long features = header.count() / count;
        if (features > MOST_FEATURES) {
            throw content.damaged("has shape " + header.shapeText() + ": too many numbers in one input");
        }
        room.take(content, header.count() * Math.min(size, Float.BYTES) + 24L * count);
        return size == 1 ? bytes(content, header, shape) : floats(content, header, shape, size);
    }

    /** Checks the header's word against the size of the file. */
    static void requireSize(Content content, NpyHeader header, int size) {
        content.requireSize(
                header.bytes() + header.count() * size, header.shapeText() + " numbers of type " + header.type());
    }

    private static Hashed<Inputs> bytes(Content content, NpyHeader header, ImageShape shape) {
        if (header.count() > Integer.MAX_VALUE - 8) {
            throw content.damaged("has shape " + header.shapeText() + "; at most 2 GiB of uint8 can be read");
        }
        int count = header.shape().get(0);
        int features = (int) (header.count() / count);
        byte[] all = new byte[(int) header.count()];
        byte[] row = new byte[features];
        String sha256 = rows(content, header, row, index -> {
            int at = index * features;
            int channels = Math.max(1, shape.channels());
            for (int i = 0; i < features; i++) {
                all[at + planar(i, features, channels)] = row[i];
            }
        });
        return new Hashed<>(new ByteInputs(all, 0, features, features, count), sha256);
    }

    private static Hashed<Inputs> floats(Content content, NpyHeader header, ImageShape shape, int size) {
        int count = header.shape().get(0);
        int features = (int) (header.count() / count);
        int channels = Math.max(1, shape.channels());
        float[][] all = new float[count][];
        byte[] row = new byte[Math.multiplyExact(features, size)];
        ByteBuffer numbers = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
        String sha256 = rows(content, header, row, index -> {
            float[] input = new float[features];
            for (int i = 0; i < features; i++) {
                float number = size == Float.BYTES ? numbers.getFloat(i * size) : (float) numbers.getDouble(i * size);
                if (!Float.isFinite(number)) {
                    throw content.damaged(
                            header.bytes() + ((long) index * features + i) * size,
                            "number " + i + " of image " + index
                                    + (Float.isNaN(number) ? " is NaN" : " is infinite, or too large for float32"));
                }
                input[planar(i, features, channels)] = number;
            }
            all[index] = input;
        });
        return new Hashed<>(new FloatInputs(all, features), sha256);
    }

    /** Where a number of an image goes whose channels come last in the file: ours are channel by channel. */
    private static int planar(int i, int features, int channels) {
        return channels == 1 ? i : i % channels * (features / channels) + i / channels;
    }

    /** What becomes of one row of the first dimension. */
    interface Row {
        void read(int index);
    }

    /** Fills {@code row} with each row's bytes in turn; returns the SHA-256 of the file. */
    static String rows(Content content, NpyHeader header, byte[] row, Row each) {
        MessageDigest digest = Sha256.digest();
        try (Content.Reading reading = content.open()) {
            byte[] head = new byte[header.bytes()];
            fill(content, reading, head, digest);
            for (int index = 0; index < header.shape().get(0); index++) {
                fill(content, reading, row, digest);
                each.read(index);
            }
        }
        return Sha256.hexadecimal(digest);
    }

    private static void fill(Content content, Content.Reading reading, byte[] into, MessageDigest digest) {
        if (reading.fill(into, 0, into.length) < into.length) {
            throw content.damaged("the file became shorter while it was read");
        }
        digest.update(into);
    }
}
