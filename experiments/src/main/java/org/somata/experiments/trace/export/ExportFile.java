package org.somata.experiments.trace.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import org.somata.experiments.runs.RunException;

/** A file that is there whole or not at all. */
record ExportFile(Path file) {
    private static final int BUFFER = 1 << 16;

    /** @throws ExportException if something is there already, or nothing can be */
    void requireWritable(boolean overwrite) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw new ExportException(file + ": is a directory; give the name of a file");
        }
        if (!Files.isDirectory(folder)) {
            throw new ExportException(
                    file + ": cannot be written, there is no directory " + folder + "; make it first");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new ExportException(file + ": is no file that could be replaced; give the name of a file");
        }
        if (Files.exists(file) && !overwrite) {
            throw new ExportException(file + ": is there already; choose another name, or give --force");
        }
    }

    /** What is written with {@link #append} replaces the file in one step, when all of it has been. */
    <T> T write(Function<OutputStream, T> content) {
        Path aside = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            try {
                T written;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside), BUFFER)) {
                    written = content.apply(out);
                }
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
                return written;
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    void append(Buffer bytes, OutputStream out) {
        try {
            out.write(bytes.bytes(), 0, bytes.size());
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private RunException unwritable(IOException failure) {
        return new RunException(
                file + ": cannot be written (" + failure + "); is there room, and a right to write there?");
    }
}
