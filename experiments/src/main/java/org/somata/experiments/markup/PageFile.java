package org.somata.experiments.markup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.runs.WrongFolderException;

/**
 * A page's file. Since a page can be made again it replaces an earlier one of its kind, but nothing else.
 *
 * @param kind such as {@code report}
 */
record PageFile(String kind) {
    /** The mark of a page stands near its beginning. */
    private static final int BEGINNING = 400;

    void write(Path file, byte[] page) {
        Path absolute = file.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw new WrongFolderException(
                    file, "is a folder; give the name of a file for -o, such as " + file.resolve(kind + ".html"));
        }
        if (Files.exists(absolute) && !isOfKind(absolute)) {
            throw new WrongFolderException(file, "is there already and is no " + kind + "; give another name for -o");
        }
        Durable.createFolder(absolute.getParent());
        Durable.replace(absolute, page);
    }

    private boolean isOfKind(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8)
                    .contains(Page.generator(kind).toString());
        } catch (IOException unreadable) {
            return false;
        }
    }
}
