package org.somata.experiments.trace.view;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** Whole numbers in as few bytes as they take: seven bits a byte, the lowest first, small negative ones short too. */
final class Varints {
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long last;

    void add(long value) {
        long rest = value << 1 ^ value >> Long.SIZE - 1;
        while (rest >>> 7 != 0) {
            bytes.write((int) (rest & MORE - 1 | MORE));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /** What a number of a column is more than the one before it. */
    void addStep(long value) {
        add(value - last);
        last = value;
    }

    /** How much later than something else; 0 stands for a time that is unknown. */
    void addDelay(long time, long base, long unknown) {
        long delay = time - base;
        add(time == unknown ? 0 : delay < 0 ? delay : delay + 1);
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
