package org.somata.experiments.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A gzipped tar archive, of which nothing is taken but regular files with names known beforehand. */
final class TarGz {
    private static final int BLOCK = 512;
    /** More than any file of a dataset has; what is unpacked is checked by size and hash afterwards. */
    private static final long LARGEST = 1L << 30;

    private TarGz() {}

    /**
     * Writes the wanted files into the folder {@code into}, whatever folders they are in. A file's place is its base
     * name if that is wanted, so no path in the archive can lead anywhere else.
     *
     * @throws DataException for a damaged archive
     */
    static void unpack(Path archive, Set<String> wanted, Path into) throws IOException {
        long position = 0;
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)), 1 << 16)) {
            byte[] header;
            while ((header = in.readNBytes(BLOCK)).length == BLOCK && header[0] != 0) {
                long size = octal(header, 124, 12, archive, position);
                String path = text(header, 0, 100);
                String name = path.substring(path.lastIndexOf('/') + 1);
                long padded = (size + BLOCK - 1) / BLOCK * BLOCK;
                boolean regular = header[156] == '0' || header[156] == 0;
                if (regular && wanted.contains(name)) {
                    copy(in, into.resolve(name), size);
                    in.skipNBytes(padded - size);
                } else {
                    in.skipNBytes(padded);
                }
                position += BLOCK + padded;
            }
        } catch (EOFException | ZipException e) {
            throw DataException.at(
                    archive.toString(),
                    position,
                    "the archive is damaged or ends too early (" + e.getMessage() + ")",
                    "take a whole copy");
        }
    }

    private static void copy(InputStream in, Path file, long size) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("within " + file.getFileName());
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private static long octal(byte[] header, int from, int length, Path archive, long position) {
        String digits = text(header, from, length).trim();
        if (!digits.matches("[0-7]{1,11}") || Long.parseLong(digits, 8) > LARGEST) {
            throw DataException.at(archive.toString(), position, "is no tar archive of a dataset", "take a whole copy");
        }
        return Long.parseLong(digits, 8);
    }

    /** Up to the first zero byte. */
    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
