package org.somata.experiments.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * What stands before a block's bytes, so that it can be passed over unread: see {@code TRACE-FORMAT.md}.
 *
 * @param place of the actor whose doings the block has
 * @param length of its bytes
 * @param check CRC-32C of its bytes
 * @param rows how many doings
 * @param firstSent sequence number of the first message sent; {@link #NONE} where none was
 * @param lastSent of the last
 * @param firstPresentation lowest number of a presentation
 * @param lastPresentation highest
 * @param firstTime in the run's own clock
 * @param lastTime the same
 */
record BlockHead(
        int place,
        int length,
        int check,
        int rows,
        long firstSent,
        long lastSent,
        long firstPresentation,
        long lastPresentation,
        long firstTime,
        long lastTime) {
    static final long NONE = -1;
    /** No place of an actor: a mark, which says that the network rested, and no more. */
    static final int NOBODY = -2;

    static final int SIZE = 72;
    /** No text, no count, no small number. */
    static final int MARK = 0x5EC7_B10C;

    private static final int CHECKED = SIZE - Integer.BYTES;

    /** What a block reaches over, as its rows are counted. */
    static final class Extent {
        private long firstSent = NONE;
        private long lastSent = NONE;
        private long firstPresentation = Long.MAX_VALUE;
        private long lastPresentation;
        private long firstTime = Long.MAX_VALUE;
        private long lastTime;

        void add(long presentation, long time) {
            firstPresentation = Math.min(firstPresentation, presentation);
            lastPresentation = Math.max(lastPresentation, presentation);
            firstTime = Math.min(firstTime, time);
            lastTime = Math.max(lastTime, time);
        }

        void addSent(long sequence) {
            firstSent = firstSent == NONE ? sequence : firstSent;
            lastSent = sequence;
        }

        BlockHead head(int place, int rows, ByteBuffer bytes) {
            return new BlockHead(
                    place,
                    bytes.remaining(),
                    check(bytes),
                    rows,
                    firstSent,
                    lastSent,
                    firstPresentation,
                    lastPresentation,
                    firstTime,
                    lastTime);
        }
    }

    /** Of the mark that the network rested once so many presentations had entered. */
    static BlockHead mark(long presentations) {
        ByteBuffer nothing = ByteBuffer.allocate(0);
        return new BlockHead(NOBODY, 0, check(nothing), 0, NONE, NONE, presentations, presentations, 0, 0);
    }

    boolean isMark() {
        return place == NOBODY;
    }

    boolean isMarkOf(long presentations) {
        return isMark() && firstPresentation == presentations;
    }

    static int check(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate());
        return (int) sum.getValue();
    }

    ByteBuffer encode() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MARK).putInt(length).putInt(check).putInt(place).putInt(rows);
        bytes.putLong(firstSent).putLong(lastSent);
        bytes.putLong(firstPresentation).putLong(lastPresentation);
        bytes.putLong(firstTime).putLong(lastTime);
        bytes.putInt(check(bytes.duplicate().flip()));
        return bytes.flip();
    }

    /** The head that stands at an offset; null if none does, or it is damaged. */
    static BlockHead at(ByteBuffer file, int offset) {
        if (offset + SIZE > file.limit()) {
            return null;
        }
        ByteBuffer bytes = file.slice(offset, SIZE).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt(0) != MARK || bytes.getInt(CHECKED) != check(bytes.slice(0, CHECKED))) {
            return null;
        }
        bytes.getInt();
        int length = bytes.getInt();
        int check = bytes.getInt();
        return new BlockHead(
                bytes.getInt(),
                length,
                check,
                bytes.getInt(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong());
    }

    /** Whether any of these presentations is in it. */
    boolean hasPresentation(long first, long last) {
        return firstPresentation <= last && lastPresentation >= first;
    }

    boolean hasSent(long sequence) {
        return firstSent != NONE && firstSent <= sequence && sequence <= lastSent;
    }
}
