package org.somata.experiments.plots;

import java.awt.AWTError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.somata.experiments.runs.RecordedRun;

/**
 * A folder of pictures, such as {@code plots} of a run or of trials. Pictures are by the way: where one cannot be drawn or written there is
 * a note, and nothing fails.
 */
record PlotFolder(Path folder, Consumer<String> note) {
    static PlotFolder in(Path parent, Consumer<String> note) {
        return new PlotFolder(parent.resolve("plots"), note);
    }

    /** The charts of some runs; of the first one the filters too. */
    void draw(Supplier<List<RecordedRun>> read, boolean filters) {
        attempt(() -> {
            List<RecordedRun> runs = read.get();
            Files.createDirectories(folder);
            if (filters) {
                replace("filters", Filters.of(runs.get(0)));
            }
            for (Chart chart : Charts.of(runs)) {
                replace(chart.name(), Drawing.png(chart));
            }
        });
    }

    /** A diagram as {@code NAME.png}. */
    void draw(String name, Diagram diagram) {
        attempt(() -> {
            Optional<byte[]> png = DiagramDrawing.png(diagram);
            Files.createDirectories(folder);
            replace(name, png);
        });
    }

    private interface Work {
        void go() throws IOException;
    }

    private void attempt(Work work) {
        try {
            work.go();
        } catch (IOException failure) {
            note.accept(folder + ": cannot be written (" + failure.getMessage() + ")");
        } catch (RuntimeException | LinkageError | InternalError | AWTError failure) {
            note.accept(folder + ": no charts, for " + reason(failure));
        }
    }

    /** Replaces a picture in one step, or takes away an old one where there is none. */
    private void replace(String name, Optional<byte[]> png) throws IOException {
        Path file = folder.resolve(name + ".png");
        if (png.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Path aside = folder.resolve("." + name + ".png.new");
        Files.write(aside, png.get());
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String reason(Throwable failure) {
        return Letters.fault()
                .map(fault -> "Java has no fonts to letter them with (" + fault
                        + "); install some, such as Debian's fontconfig and fonts-dejavu-core")
                .orElseGet(failure::toString);
    }
}
