package org.somata.experiments.trace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.somata.experiments.data.DataException;

/**
 * One file of a trace: {@value #MAGIC}, what the trace is of as JSON with its length and checksum before it, then blocks.
 *
 * @param begin the first byte of the first block
 * @param end the first byte after the last block that can be read
 */
record Part(Path file, Beginning beginning, List<Block> blocks, List<Trace.Gap> gaps, long begin, long end) {
    static final String MAGIC = "SOMATRC\n";
    static final int FORMAT = 2;
    /** Formats that can be read. The first had neither marks nor losses, and was of runs in lockstep alone. */
    private static final int FIRST_FORMAT = 1;

    private static final int HEAD = MAGIC.length() + 2 * Integer.BYTES;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /**
     * What stands at a file's beginning.
     *
     * @param settings how it is recorded, for whoever goes on with it
     * @param discarded rows of earlier files that were deleted for want of room
     * @param discardedTo the highest presentation that any of these was of; 0 in format 1, which did not tell it
     * @param layout of the blocks, in words
     */
    record Beginning(
            int format,
            TraceHeader trace,
            TraceSettings settings,
            int part,
            long discarded,
            long discardedTo,
            List<String> layout) {
        static Beginning of(TraceHeader trace, TraceSettings settings, int part, long discarded, long discardedTo) {
            return new Beginning(FORMAT, trace, settings, part, discarded, discardedTo, Layout.IN_WORDS);
        }
    }

    static ByteBuffer encode(Beginning beginning) {
        try {
            byte[] json = JSON.writeValueAsBytes(beginning);
            ByteBuffer bytes = ByteBuffer.allocate(HEAD + json.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.put(MAGIC.getBytes(StandardCharsets.US_ASCII));
            bytes.putInt(json.length).putInt(BlockHead.check(ByteBuffer.wrap(json)));
            return bytes.put(json).flip();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Finds the blocks of a file, and where there should be one and none can be read.
     *
     * @throws DataException if not even its beginning can be
     */
    static Part read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new DataException(file + ": is no part of a trace, which are smaller than its " + channel.size()
                        + " bytes; was it changed?");
            }
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            Beginning beginning = beginning(file, bytes);
            return blocks(file, beginning, bytes, HEAD + bytes.getInt(MAGIC.length()));
        } catch (IOException failure) {
            throw new DataException(file + ": cannot be read (" + failure.getMessage() + ")", failure);
        }
    }

    private static Beginning beginning(Path file, ByteBuffer bytes) throws IOException {
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        if (bytes.limit() < HEAD || !bytes.slice(0, magic.length).equals(ByteBuffer.wrap(magic))) {
            throw new DataException(file + ", byte 0: is no trace of somata, or its beginning is damaged");
        }
        int length = bytes.getInt(MAGIC.length());
        if (length < 0 || length > bytes.limit() - HEAD) {
            throw new DataException(file + ", byte " + MAGIC.length() + ": its beginning is damaged or cut short");
        }
        byte[] json = new byte[length];
        bytes.get(HEAD, json);
        if (bytes.getInt(MAGIC.length() + Integer.BYTES) != BlockHead.check(ByteBuffer.wrap(json))) {
            throw new DataException(file + ", byte " + MAGIC.length()
                    + ": its beginning is damaged, its checksum is not the one noted");
        }
        int format = JSON.readTree(json).path("format").asInt();
        if (format < FIRST_FORMAT || format > FORMAT) {
            throw new DataException(file + ": is a trace of format " + format + ", and this program reads formats "
                    + FIRST_FORMAT + " to " + FORMAT + "; read it with the program that wrote it");
        }
        return JSON.readValue(json, Beginning.class);
    }

    private static Part blocks(Path file, Beginning beginning, ByteBuffer bytes, int first) {
        List<Block> blocks = new ArrayList<>();
        List<Trace.Gap> gaps = new ArrayList<>();
        int at = first;
        int end = first;
        while (at < bytes.limit()) {
            BlockHead head = BlockHead.at(bytes, at);
            if (head == null) {
                int next = nextMark(bytes, at + 1);
                gaps.add(gap(file, at, next == bytes.limit() ? "the rest is damaged or was cut short" : "damaged", -1));
                at = next;
                continue;
            }
            int after = at + BlockHead.SIZE + head.length();
            if (head.length() < 0 || after > bytes.limit() || after < at) {
                gaps.add(gap(file, at, "cut short", head.rows()));
                break;
            }
            ByteBuffer content = bytes.slice(at + BlockHead.SIZE, head.length());
            if (BlockHead.check(content) == head.check()) {
                blocks.add(new Block(at, head, content, beginning.trace().clock()));
                end = after;
            } else {
                gaps.add(gap(
                        file,
                        at + BlockHead.SIZE,
                        "damaged, the checksum of the block there is not the one noted",
                        head.rows()));
            }
            at = after;
        }
        return new Part(file, beginning, blocks, gaps, first, end);
    }

    private static Trace.Gap gap(Path file, int offset, String what, long rows) {
        return new Trace.Gap(file + ", byte " + offset, what, rows);
    }

    /** Where the next block may begin; the end where none does. */
    private static int nextMark(ByteBuffer bytes, int from) {
        for (int at = from; at + BlockHead.SIZE <= bytes.limit(); at++) {
            if (bytes.getInt(at) == BlockHead.MARK && BlockHead.at(bytes, at) != null) {
                return at;
            }
        }
        return bytes.limit();
    }

    /** The last mark that the network rested once so many presentations had entered, if there is one. */
    Optional<Block> markOf(long presentations) {
        return blocks.stream()
                .filter(block -> block.head().isMarkOf(presentations))
                .reduce((one, later) -> later);
    }

    /** Whether more can be written into it. */
    boolean isOfThisFormat() {
        return beginning.format() == FORMAT;
    }

    long rows() {
        return blocks.stream().mapToLong(block -> block.head().rows()).sum();
    }
}
