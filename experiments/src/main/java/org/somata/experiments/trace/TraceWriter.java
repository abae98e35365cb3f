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
import org.somata.actors.recording.PageSink;

/**
 * Writes pages as the blocks of a trace's files. When these would take more than they may, the oldest are deleted, and
 * the next says how many rows went with them.
 */
final class TraceWriter implements PageSink {
    /** Files are this long at most, and a quarter of what all may take. */
    private static final long LONGEST_PART = 64L << 20;

    private static final int TOGETHER = 1 << 16;

    private final TraceFolder folder;
    private final TraceHeader header;
    private final TraceSettings settings;
    private final Deque<Kept> parts = new ArrayDeque<>();
    private final ByteBuffer together = ByteBuffer.allocateDirect(TOGETHER);
    private FileChannel channel;
    private long discarded;
    private long rowsTogether;
    private long lost;

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

    TraceWriter(TraceFolder folder, TraceHeader header, TraceSettings settings) {
        this.folder = folder;
        this.header = header;
        this.settings = settings;
    }

    /** Goes on after what the folder has, if it has any. */
    void open() throws IOException {
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
        ByteBuffer beginning = Part.encode(Part.Beginning.of(header, settings, number, discarded));
        part.bytes += beginning.remaining();
        write(beginning);
    }

    @Override
    public PageEncoder encoder(int place) {
        return new BlockEncoder(place, this);
    }

    void write(BlockHead head, ByteBuffer content) throws IOException {
        Kept part = parts.getLast();
        part.bytes += BlockHead.SIZE + head.length();
        part.rows += head.rows();
        put(head.encode());
        put(content);
        rowsTogether += head.rows();
        if (part.bytes >= Math.min(LONGEST_PART, settings.mostBytes() / 4)) {
            empty();
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

    /** Small blocks are written together. */
    private void put(ByteBuffer bytes) throws IOException {
        if (bytes.remaining() > together.remaining()) {
            empty();
        }
        if (bytes.remaining() > together.remaining()) {
            write(bytes);
        } else {
            together.put(bytes);
        }
    }

    /** Rows that were taken and could not be written after all. */
    long lost() {
        return lost;
    }

    private void empty() throws IOException {
        together.flip();
        try {
            write(together);
            rowsTogether = 0;
        } finally {
            lost += rowsTogether;
            rowsTogether = 0;
            together.clear();
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void flush(boolean confirm) throws IOException {
        if (channel == null) {
            return;
        }
        empty();
        if (confirm) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel == null) {
            return;
        }
        try {
            empty();
        } finally {
            channel.close();
        }
    }
}
