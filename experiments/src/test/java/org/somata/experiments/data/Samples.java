package org.somata.experiments.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Small files, whole and broken. */
final class Samples {
    static final int TRAIN = 6;
    static final int TEST = 3;

    private Samples() {}

    /** IDX images of 2×3 numbers 0, 1, 2 … */
    static byte[] images(int count) {
        byte[] numbers = new byte[count * 6];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (byte) i;
        }
        return idx(0x0803, numbers, count, 2, 3);
    }

    /** IDX labels 0, 1, … 9, 0, … */
    static byte[] labels(int count) {
        byte[] numbers = new byte[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (byte) (i % 10);
        }
        return idx(0x0801, numbers, count);
    }

    static byte[] idx(int magic, byte[] numbers, int... dimensions) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * dimensions.length + numbers.length);
        buffer.putInt(magic);
        Arrays.stream(dimensions).forEach(buffer::putInt);
        return buffer.put(numbers).array();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] cut(byte[] bytes, int by) {
        return Arrays.copyOf(bytes, bytes.length - by);
    }

    static String sha256(byte[] bytes) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes);
        return Sha256.hexadecimal(digest);
    }

    /** The files of a whole small dataset in IDX, by name. */
    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("train-images-idx3-ubyte", images(TRAIN));
        files.put("train-labels-idx1-ubyte", labels(TRAIN));
        files.put("t10k-images-idx3-ubyte", images(TEST));
        files.put("t10k-labels-idx1-ubyte", labels(TEST));
        return files;
    }

    /** The small dataset, known by the hashes of {@link #files}. */
    static KnownDataset known(Origin... origins) {
        List<KnownFile> files = new ArrayList<>();
        files().forEach((name, bytes) -> files.add(new KnownFile(name, bytes.length, sha256(bytes))));
        return new KnownDataset(
                "small",
                "a small one",
                new IdxFormat(10),
                files,
                List.of(origins),
                TRAIN,
                TEST,
                new ImageShape(2, 3, 1));
    }

    static void write(Path folder, Map<String, byte[]> files) {
        files.forEach((name, bytes) -> write(folder.resolve(name), bytes));
    }

    static Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A gzipped tar archive of regular files. */
    static byte[] tgz(Map<String, byte[]> files) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        files.forEach((path, bytes) -> {
            byte[] header = new byte[512];
            put(header, 0, path);
            put(header, 124, String.format("%011o", bytes.length));
            header[156] = '0';
            put(header, 257, "ustar");
            tar.writeBytes(header);
            tar.writeBytes(Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512));
        });
        tar.writeBytes(new byte[1024]);
        return gzip(tar.toByteArray());
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    /** Everything below {@code folder} that is not a directory. */
    static List<String> filesBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> !file.equals(folder))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
