package org.somata.experiments.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of one source file, uncompressed: gzip is recognised by its first two bytes, whatever the name says. Every
 * method starts afresh at byte 0, allocates no more than its caller asked for, and throws {@link DataException}.
 */
final class Content {
    private static final int CHUNK = 1 << 16;

    private final String name;
    private final String remedy;
    private final Opener opener;

    private interface Opener {
        InputStream open() throws IOException;
    }

    private Content(String name, String remedy, Opener opener) {
        this.name = name;
        this.remedy = remedy;
        this.opener = opener;
    }

    /** @param remedy what a user can do if the file is missing or damaged */
    static Content of(Path file, String remedy) {
        return new Content(file.toString(), remedy, () -> Files.newInputStream(file));
    }

    /** A file that came with the program, beside this class. */
    static Content inProgram(String path) {
        return new Content("the program's " + path, "install the program anew", () -> {
            InputStream stream = Content.class.getResourceAsStream(path);
            if (stream == null) {
                throw new NoSuchFileException(path);
            }
            return stream;
        });
    }

    DataException damaged(long offset, String what) {
        return DataException.at(name, offset, what, remedy);
    }

    DataException damaged(String what) {
        return DataException.in(name, what, remedy);
    }

    /** As {@link #damaged(String)}, where {@code what} says itself what to do. */
    DataException unsuitable(String what) {
        return new DataException(name + ": " + what);
    }

    /** As {@link #damaged(String)}, of a line of a text, counted from 1. */
    DataException damagedLine(long line, String what) {
        return DataException.in(name + ":" + line, what, remedy);
    }

    /**
     * Measures the file before anything is allocated for what its header says.
     *
     * @param claim of the header, in words
     */
    void requireSize(long bytes, String claim) {
        long size = size(bytes + 1);
        if (size != bytes) {
            throw damaged(
                    Math.min(size, bytes),
                    "the header claims " + claim + ", " + bytes + " bytes in all, but the file "
                            + (size < bytes ? "ends here" : "goes on after them"));
        }
    }

    /** The number of bytes, or {@code limit} where there are that many or more. */
    long size(long limit) {
        byte[] buffer = new byte[CHUNK];
        try (Reading reading = new Reading()) {
            while (reading.position < limit && reading.next(buffer, 0, within(limit - reading.position)) > 0) {}
            return reading.position;
        }
    }

    /** The first bytes, {@code count} of them or as many as there are. */
    byte[] head(int count) {
        byte[] head = new byte[count];
        try (Reading reading = new Reading()) {
            return Arrays.copyOf(head, reading.fill(head, 0, count));
        }
    }

    /** Reads the first {@code count} bytes, known to be there by {@link #size}, and returns their SHA-256. */
    String readInto(byte[] into, int offset, int count) {
        try (Reading reading = new Reading()) {
            if (reading.fill(into, offset, count) < count) {
                throw damaged(reading.position, "the file became shorter while it was read");
            }
        }
        MessageDigest digest = Sha256.digest();
        digest.update(into, offset, count);
        return Sha256.hexadecimal(digest);
    }

    /** The SHA-256 of the first {@code limit} bytes. */
    String sha256(long limit) {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[CHUNK];
        try (Reading reading = new Reading()) {
            int read;
            while ((read = reading.next(buffer, 0, within(limit - reading.position))) > 0) {
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.hexadecimal(digest);
    }

    /** Writes the bytes to {@code file}; more than {@code limit} of them are an error, found before they are written. */
    void copyTo(Path file, long limit) throws IOException {
        byte[] buffer = new byte[CHUNK];
        try (Reading reading = new Reading();
                OutputStream out = Files.newOutputStream(file)) {
            int read;
            while ((read = reading.next(buffer, 0, CHUNK)) > 0) {
                if (reading.position > limit) {
                    throw damaged(limit, "goes on after the " + limit + " bytes that it should have");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** Opens the file for a pass over its bytes. */
    Reading open() {
        return new Reading();
    }

    private static int within(long remaining) {
        return (int) Math.min(CHUNK, remaining);
    }

    /** One pass over the bytes; it knows where it is, and so where an error is. */
    final class Reading implements AutoCloseable {
        private final InputStream stream;
        private long position;

        private Reading() {
            InputStream raw = null;
            try {
                raw = new BufferedInputStream(opener.open(), CHUNK);
                stream = gunzipped(raw);
            } catch (IOException e) {
                close(raw);
                throw failure(e);
            }
        }

        private InputStream gunzipped(InputStream raw) throws IOException {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return gzip ? new GZIPInputStream(raw, CHUNK) : raw;
        }

        /** At least one byte, or 0 at the end (or where none was asked for). */
        int next(byte[] into, int offset, int count) {
            try {
                int read = Math.max(0, stream.read(into, offset, count));
                position += read;
                return read;
            } catch (IOException e) {
                throw failure(e);
            }
        }

        int fill(byte[] into, int offset, int count) {
            int filled = 0;
            int read;
            while (filled < count && (read = next(into, offset + filled, count - filled)) > 0) {
                filled += read;
            }
            return filled;
        }

        private DataException failure(IOException e) {
            if (e instanceof NoSuchFileException) {
                return damaged("there is no such file");
            }
            String what = e instanceof EOFException || e instanceof ZipException
                    ? "the gzip data are damaged or end too early (" + e.getMessage() + ")"
                    : "cannot be read: " + Reason.of(e);
            return damaged(position, what);
        }

        @Override
        public void close() {
            close(stream);
        }

        private void close(InputStream stream) {
            try {
                if (stream != null) {
                    stream.close();
                }
            } catch (IOException e) {
                // what was read has been read
                return;
            }
        }
    }
}
