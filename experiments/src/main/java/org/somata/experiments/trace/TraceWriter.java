package org.somata.experiments.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.somata.actors.recording.Page;
import org.somata.actors.recording.PageSink;

/**
 * Writes pages as the blocks of a trace's files. When these would take more than they may, the oldest are deleted, and
 * the next says how many rows went with them.
 */
final class TraceWriter implements PageSink {
    /** Files are this long at most, and a quarter of what all may take. */
    private static final long LONGEST_PART = 64L << 20;

    private final TraceFolder folder;
    private final TraceHeader header;
    private final TraceSettings settings;
    private final Deque<Kept> parts = new ArrayDeque<>();
    private final Bytes block = new Bytes();
    private FileChannel channel;
    private long discarded;

    /** A file of the trace, what it has of bytes and rows. */
    private static final class Kept {
        private final int number;
        private long bytes;
        private long rows;

        Kept(int number, long bytes, long rows) {
            this.number = number;
            this.bytes = bytes;
            this.rows = rows;
        }
    }

    /** Goes on after what the folder has, if it has any. */
    TraceWriter(TraceFolder folder, TraceHeader header, TraceSettings settings) throws IOException {
        this.folder = folder;
        this.header = header;
        this.settings = settings;
        Files.createDirectories(folder.folder());
        List<Part> found = folder.parts(new ArrayList<>());
        for (Part part : found) {
            parts.add(new Kept(part.beginning().part(), Files.size(part.file()), part.rows()));
            discarded = Math.max(discarded, part.beginning().discarded());
        }
        if (parts.isEmpty()) {
            begin(1);
        } else {
            channel = FileChannel.open(folder.part(parts.getLast().number), StandardOpenOption.APPEND);
        }
    }

    private void begin(int number) throws IOException {
        Path file = folder.part(number);
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Kept part = new Kept(number, 0, 0);
        parts.add(part);
        part.bytes += write(Part.encode(Part.Beginning.of(header, settings, number, discarded)));
    }

    @Override
    public void write(Page page) throws IOException {
        block.clear();
        BlockHead counted = BlockEncoder.encode(page, block);
        ByteBuffer content = block.asBuffer();
        BlockHead head = counted.of(content);
        Kept part = parts.getLast();
        part.bytes += write(head.encode(), content);
        part.rows += head.rows();
        if (part.bytes >= Math.min(LONGEST_PART, settings.mostBytes() / 4)) {
            channel.close();
            makeRoom();
            begin(part.number + 1);
        }
    }

    private void makeRoom() throws IOException {
        while (parts.size() > 1 && parts.stream().mapToLong(each -> each.bytes).sum() > settings.mostBytes() / 4 * 3) {
            Kept oldest = parts.remove();
            Files.deleteIfExists(folder.part(oldest.number));
            discarded += oldest.rows;
        }
    }

    private long write(ByteBuffer... all) throws IOException {
        long written = 0;
        for (ByteBuffer bytes : all) {
            while (bytes.hasRemaining()) {
                written += channel.write(bytes);
            }
        }
        return written;
    }

    @Override
    public void flush(boolean confirm) throws IOException {
        if (confirm) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
