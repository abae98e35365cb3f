package org.somata.experiments.trace.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.Window;

/** Exports into a folder. */
record Exports(Path folder) {
    static final long MUCH = 1L << 40;

    static Export all(Format format) {
        return new Export(format, Window.ALL, false, false, MUCH, true);
    }

    static Export wall(Format format) {
        return new Export(format, Window.ALL, true, false, MUCH, true);
    }

    static Export within(Format format, Window window) {
        return new Export(format, window, false, false, MUCH, true);
    }

    byte[] bytes(Export export, Trace trace) throws IOException {
        Path file = folder.resolve("export." + export.format().label());
        Exported exported = export.write(trace, file);
        byte[] bytes = Files.readAllBytes(file);
        if (exported.bytes() != bytes.length) {
            throw new IllegalStateException(exported + ", but has " + bytes.length + " bytes");
        }
        return bytes;
    }
}
