package org.somata.experiments.trace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.somata.experiments.data.DataException;

/** A trace's folder: its parts in their order, {@code part-000001.trace} and on. */
record TraceFolder(Path folder) {
    private static final String FIRST = "part-";
    private static final String LAST = ".trace";

    Path part(int number) {
        return folder.resolve(FIRST + "%06d".formatted(number) + LAST);
    }

    List<Path> files() {
        try (Stream<Path> entries = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return entries.filter(file -> file.getFileName().toString().startsWith(FIRST)
                            && file.getFileName().toString().endsWith(LAST))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new DataException(folder + ": cannot be read (" + failure.getMessage() + ")", failure);
        }
    }

    /**
     * Cuts off what happened after a presentation, as a run does that goes back to a checkpoint. A recorder's pages are
     * all written when a checkpoint is, so no block has something of both before it and after. What is damaged stays.
     */
    void cutAfter(long presentation) throws IOException {
        for (Part part : parts(new ArrayList<>())) {
            long end = part.blocks().stream()
                    .filter(block -> block.head().firstPresentation() > presentation)
                    .mapToLong(Block::offset)
                    .findFirst()
                    .orElse(part.end());
            boolean anyLeft = part.blocks().stream().anyMatch(block -> block.offset() < end);
            if (!anyLeft && part.beginning().part() > 1) {
                Files.delete(part.file());
            } else if (end < Files.size(part.file())) {
                truncate(part.file(), end);
            }
        }
    }

    private static void truncate(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }

    /** What can be read of it. */
    List<Part> parts(List<Trace.Gap> gaps) {
        List<Part> parts = new ArrayList<>();
        for (Path file : files()) {
            try {
                parts.add(Part.read(file));
            } catch (DataException damaged) {
                gaps.add(new Trace.Gap(file.toString(), damaged.getMessage(), -1));
            }
        }
        return parts;
    }
}
