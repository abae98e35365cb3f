package org.somata.experiments.data;

import java.security.MessageDigest;
import java.util.Arrays;

/** The lines of a text, one at a time, without their ends; none may be longer than 16 MiB. */
final class Lines implements AutoCloseable {
    private static final int LONGEST = 1 << 24;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Content content;
    private final Content.Reading reading;
    private final MessageDigest digest = Sha256.digest();
    private final byte[] chunk = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1 << 12];
    private int length;
    private long number;

    Lines(Content content) {
        this.content = content;
        this.reading = content.open();
    }

    /** Goes on to the next line; false where there is none, and then the whole file has been read. */
    boolean next() {
        length = 0;
        boolean any = false;
        boolean ended = false;
        while (!ended && fill()) {
            any = true;
            int from = at;
            while (at < end && chunk[at] != '\n') {
                at++;
            }
            append(from, at);
            ended = at < end;
            at += ended ? 1 : 0;
        }
        number += any ? 1 : 0;
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        if (number == 1 && length >= 3 && Arrays.equals(line, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
            length -= 3;
            System.arraycopy(line, 3, line, 0, length);
        }
        return any;
    }

    /** Whether there is an unread byte in the chunk. */
    private boolean fill() {
        if (at == end) {
            at = 0;
            end = reading.next(chunk, 0, chunk.length);
            digest.update(chunk, 0, end);
        }
        return at < end;
    }

    private void append(int from, int to) {
        int needed = length + to - from;
        if (needed > LONGEST) {
            throw content.damagedLine(number + 1, "the line is longer than " + (LONGEST >> 20) + " MiB");
        }
        if (needed > line.length) {
            line = Arrays.copyOf(line, Math.max(needed, 2 * line.length));
        }
        System.arraycopy(chunk, from, line, length, to - from);
        length = needed;
    }

    /** The line is in the first {@link #length} bytes, which the next one overwrites. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    DataException damaged(String what) {
        return content.damagedLine(number, what);
    }

    /** Of the whole file, once it has been read. */
    String sha256() {
        return Sha256.hexadecimal(digest);
    }

    @Override
    public void close() {
        reading.close();
    }
}
