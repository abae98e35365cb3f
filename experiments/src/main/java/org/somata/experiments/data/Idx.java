package org.somata.experiments.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * The IDX format of MNIST: a magic number (0x0803 for images, 0x0801 for labels), the dimensions as big-endian 32-bit
 * integers, one byte a number.
 */
final class Idx {
    private static final int IMAGES = 0x0803;
    private static final int LABELS = 0x0801;
    private static final int IMAGES_HEADER = 16;
    private static final int LABELS_HEADER = 8;

    private Idx() {}

    /**
     * @param imagesName and {@code labelsName} the names under which the hashes stand
     * @throws DataException for anything that is not two whole files that belong together
     */
    static Dataset.Part read(
            String imagesName, Content images, String labelsName, Content labels, int classes, Room room) {
        long[] shape = header(images, IMAGES, IMAGES_HEADER, "images");
        long[] count = header(labels, LABELS, LABELS_HEADER, "labels");
        if (shape[0] != count[0]) {
            throw labels.damaged(4, count[0] + " labels for " + shape[0] + " images");
        }
        byte[] imageBytes = bytes(images, IMAGES_HEADER, shape, room);
        byte[] labelBytes = bytes(labels, LABELS_HEADER, count, room);
        Map<String, String> sha256 = Map.of(
                imagesName, images.readInto(imageBytes, 0, imageBytes.length),
                labelsName, labels.readInto(labelBytes, 0, labelBytes.length));
        byte[] classBytes = Arrays.copyOfRange(labelBytes, LABELS_HEADER, labelBytes.length);
        int[] classOf = Labels.checked(labels, classBytes, LABELS_HEADER, 1, classes);
        int features = (int) (shape[1] * shape[2]);
        Inputs inputs = new ByteInputs(imageBytes, IMAGES_HEADER, features, features, classOf.length);
        return new Dataset.Part(
                new Labelled(inputs, classOf, classes), new ImageShape((int) shape[1], (int) shape[2], 1), sha256);
    }

    /** The dimensions, none of them 0. */
    private static long[] header(Content content, int magic, int bytes, String what) {
        ByteBuffer header = ByteBuffer.wrap(content.head(bytes));
        if (header.remaining() >= 4 && header.getInt() != magic) {
            throw content.damaged(
                    0,
                    String.format(
                            "the magic number is 0x%08x, but IDX %s begin with 0x%08x", header.getInt(0), what, magic));
        }
        if (header.capacity() < bytes) {
            throw content.damaged(
                    header.capacity(), "the file ends within its header of " + bytes + " bytes (IDX " + what + ")");
        }
        long[] dimensions = new long[bytes / 4 - 1];
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] = Integer.toUnsignedLong(header.getInt());
            if (dimensions[i] == 0) {
                throw content.damaged(4 + 4 * i, "a dimension is 0: there are no " + what);
            }
        }
        return dimensions;
    }

    /** Room for the whole file, measured: a header can claim anything, and nothing is allocated for its word alone. */
    private static byte[] bytes(Content content, int header, long[] dimensions, Room room) {
        long claimed = header;
        try {
            long numbers = 1;
            for (long dimension : dimensions) {
                numbers = Math.multiplyExact(numbers, dimension);
            }
            claimed = Math.addExact(claimed, numbers);
        } catch (ArithmeticException e) {
            claimed = Long.MAX_VALUE - 1;
        }
        content.requireSize(claimed, shape(dimensions));
        // the longest array that every JVM allows
        if (claimed > Integer.MAX_VALUE - 8) {
            throw content.damaged(4, shape(dimensions) + ", " + claimed + " bytes in all; at most 2 GiB can be read");
        }
        room.take(content, claimed);
        return new byte[(int) claimed];
    }

    private static String shape(long[] dimensions) {
        return dimensions.length == 1
                ? dimensions[0] + " labels"
                : dimensions[0] + " images of " + dimensions[1] + "x" + dimensions[2];
    }
}
