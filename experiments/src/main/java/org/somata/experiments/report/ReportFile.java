package org.somata.experiments.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.runs.WrongFolderException;

/** A report's file. Since a report can be made again it replaces an earlier one, but nothing else. */
final class ReportFile {
    /** The mark of a report stands near its beginning. */
    private static final int BEGINNING = 400;

    private ReportFile() {}

    static void write(Path file, byte[] page) {
        Path absolute = file.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw new WrongFolderException(
                    file, "is a folder; give the name of a file for -o, such as " + file.resolve("report.html"));
        }
        if (Files.exists(absolute) && !isReport(absolute)) {
            throw new WrongFolderException(file, "is there already and is no report; give another name for -o");
        }
        Durable.createFolder(absolute.getParent());
        Durable.replace(absolute, page);
    }

    private static boolean isReport(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).contains(Page.GENERATOR);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
