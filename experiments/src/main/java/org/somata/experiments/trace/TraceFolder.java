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
     * Cuts off what happened after a checkpoint, as a run does that goes back to it. A recorder's pages are all written
     * when a checkpoint is, and then a mark. Where there is none (it was deleted, is damaged, or the program was older)
     * blocks of later presentations tell where to cut, which is right in lockstep. What is damaged stays, but for what a
     * kill left of a last block. The beginnings of files stay, which tell how much was discarded.
     *
     * @param presentation that had entered last at the checkpoint
     */
    void cutAfter(long presentation) throws IOException {
        if (presentation == 0) {
            NotKept.forget(folder);
        }
        List<Part> parts = parts(new ArrayList<>());
        int marked = parts.size() - 1;
        while (marked >= 0 && parts.get(marked).markOf(presentation).isEmpty()) {
            marked--;
        }
        if (marked < 0) {
            cutAtLater(parts, presentation);
        } else {
            cutAtMark(parts, marked, presentation);
        }
    }

    private static void cutAtMark(List<Part> parts, int marked, long presentation) throws IOException {
        truncate(
                parts.get(marked).file(),
                parts.get(marked).markOf(presentation).orElseThrow().end());
        for (Part part : parts.subList(marked + 1, parts.size())) {
            truncate(part.file(), part.begin());
        }
    }

    private static void cutAtLater(List<Part> parts, long presentation) throws IOException {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            long size = Files.size(part.file());
            long end = part.blocks().stream()
                    .filter(block -> block.head().firstPresentation() > presentation)
                    .mapToLong(Block::offset)
                    .findFirst()
                    .orElse(i == parts.size() - 1 ? part.end() : size);
            truncate(part.file(), end);
        }
    }

    private static void truncate(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() > length) {
                channel.truncate(length);
                channel.force(true);
            }
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
