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
import java.util.HashMap;
import java.util.Map;
import org.somata.actors.recording.PageSink;

/**
 * Writes pages as the blocks of a trace's files. Before these would take more than they may, the oldest are deleted, and
 * the next says how many rows went with them; so it does with what has no room even by itself.
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
    private long discardedTo;
    private long rowsTogether;
    private long lost;

    /** A file of the trace: how long it may become, what it has of bytes and rows. */
    private static final class Kept {
        private final int number;
        private final long room;
        private long bytes;
        private long rows;
        private long lastPresentation;

        Kept(int number, long room, long bytes) {
            this.number = number;
            this.room = room;
            this.bytes = bytes;
        }

        void add(BlockHead head) {
            rows += head.rows();
            lastPresentation = head.isMark() ? lastPresentation : Math.max(lastPresentation, head.lastPresentation());
        }
    }

    /** Of the times that it writes. */
    TraceHeader.Clock clock() {
        return header.clock();
    }

    TraceWriter(TraceFolder folder, TraceHeader header, TraceSettings settings) {
        this.folder = folder;
        this.header = header;
        this.settings = settings;
    }

    /** Goes on after what the folder has, if it has any; a file that cannot be read is left as it is. */
    void open() throws IOException {
        Files.createDirectories(folder.folder());
        Map<Path, Part> readable = new HashMap<>();
        for (Part part : folder.parts(new ArrayList<>())) {
            readable.put(part.file(), part);
            discarded = Math.max(discarded, part.beginning().discarded());
            discardedTo = Math.max(discardedTo, part.beginning().discardedTo());
        }
        for (Path file : folder.files()) {
            Kept kept = new Kept(TraceFolder.number(file), longest(), Files.size(file));
            if (readable.containsKey(file)) {
                readable.get(file).blocks().forEach(block -> kept.add(block.head()));
            }
            parts.add(kept);
        }
        if (parts.isEmpty()) {
            begin(1, 0);
        } else if (readable.containsKey(newest()) && readable.get(newest()).isOfThisFormat()) {
            channel = FileChannel.open(newest(), StandardOpenOption.APPEND);
        } else {
            begin(parts.getLast().number + 1, 0);
        }
    }

    private Path newest() {
        return folder.part(parts.getLast().number);
    }

    private long longest() {
        return Math.min(LONGEST_PART, settings.mostBytes() / 4);
    }

    /** @param size of the block that comes next */
    private void begin(int number, long size) throws IOException {
        // what was discarded is known once there is room
        long room = Math.max(longest(), longestBeginning(number) + size);
        makeRoom(room);
        channel = FileChannel.open(folder.part(number), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Kept part = new Kept(number, room, 0);
        parts.add(part);
        ByteBuffer beginning = beginning(number, discarded, discardedTo);
        part.bytes += beginning.remaining();
        write(beginning);
    }

    private int longestBeginning(int number) {
        return beginning(number, Long.MAX_VALUE, Long.MAX_VALUE).remaining();
    }

    private ByteBuffer beginning(int number, long rows, long presentation) {
        return Part.encode(Part.Beginning.of(header, settings, number, rows, presentation));
    }

    private void makeRoom(long needed) throws IOException {
        while (!parts.isEmpty() && parts.stream().mapToLong(each -> each.bytes).sum() + needed > settings.mostBytes()) {
            Kept oldest = parts.remove();
            Files.deleteIfExists(folder.part(oldest.number));
            discarded += oldest.rows;
            discardedTo = Math.max(discardedTo, oldest.lastPresentation);
        }
    }

    @Override
    public Chunk mark(long presentations) {
        return new BlockEncoder.Encoded(BlockHead.mark(presentations), ByteBuffer.allocate(0), this);
    }

    @Override
    public PageEncoder encoder(int place) {
        return new BlockEncoder(place, this);
    }

    void write(BlockHead head, ByteBuffer content) throws IOException {
        if (channel == null) {
            throw new IOException("the trace could not be begun");
        }
        long size = (long) BlockHead.SIZE + head.length();
        if (parts.getLast().bytes + size > parts.getLast().room && !goOnInNext(head, size)) {
            return;
        }
        Kept part = parts.getLast();
        part.bytes += size;
        part.add(head);
        put(head.encode());
        put(content);
        rowsTogether += head.rows();
    }

    /** Begins the next file; false if a block is so large that it has no room even there, and is discarded. */
    private boolean goOnInNext(BlockHead head, long size) throws IOException {
        int next = parts.getLast().number + 1;
        flush(true);
        channel.close();
        boolean room = longestBeginning(next) + size <= settings.mostBytes();
        if (!room) {
            discarded += head.rows();
            discardedTo = Math.max(discardedTo, head.lastPresentation());
        }
        begin(next, room ? size : 0);
        return room;
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
