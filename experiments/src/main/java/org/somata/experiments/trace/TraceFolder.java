package org.somata.experiments.trace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.somata.experiments.data.DataException;

/** A trace's folder: its parts in their order, {@code part-000001.trace} and on. */
record TraceFolder(Path folder) {
    private static final Pattern PART = Pattern.compile("part-(\\d{6,9})\\.trace");

    Path part(int number) {
        return folder.resolve(String.format(Locale.ROOT, "part-%06d.trace", number));
    }

    /** The number of a part, by its file's name. */
    static int number(Path file) {
        Matcher name = PART.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(file + ": is no part of a trace");
        }
        return Integer.parseInt(name.group(1));
    }

    List<Path> files() {
        try (Stream<Path> entries = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return entries.filter(
                            file -> PART.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new DataException(folder + ": cannot be read (" + failure.getMessage() + ")", failure);
        }
    }

    /**
     * Cuts off what happened after a presentation, as a run does that goes back to a checkpoint. A recorder's pages are
     * all written when a checkpoint is, so no block has something of both before it and after. What is damaged stays, but
     * for what a kill left of a last block. The beginnings of files stay, which tell how much was discarded.
     */
    void cutAfter(long presentation) throws IOException {
        if (presentation == 0) {
            NotKept.forget(folder);
        }
        List<Part> parts = parts(new ArrayList<>());
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            long size = Files.size(part.file());
            long end = part.blocks().stream()
                    .filter(block -> block.head().firstPresentation() > presentation)
                    .mapToLong(Block::offset)
                    .findFirst()
                    .orElse(i == parts.size() - 1 ? part.end() : size);
            if (end < size) {
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
