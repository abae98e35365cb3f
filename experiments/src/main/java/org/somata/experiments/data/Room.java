package org.somata.experiments.data;

/**
 * Memory for a dataset: most of what the JVM may have. A dataset that is too large for it, or a few bytes of gzip that
 * claim to be one, is an error and not the end of the process.
 */
final class Room {
    private final long all;
    private long left;

    Room(long bytes) {
        all = bytes;
        left = bytes;
    }

    static Room ofProcess() {
        return new Room(Runtime.getRuntime().maxMemory() / 4 * 3);
    }

    /** @throws DataException if there is not so much left */
    void take(Content content, long bytes) {
        left -= bytes;
        if (left < 0) {
            throw content.unsuitable(String.format(
                    "the dataset needs more than the %,d MB of memory that there are for it; give the program more,"
                            + " such as SOMATA_JAVA_OPTS=-Xmx16g, or take fewer examples",
                    all >> 20));
        }
    }
}
