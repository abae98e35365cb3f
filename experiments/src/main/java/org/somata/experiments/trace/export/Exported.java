package org.somata.experiments.trace.export;

import java.util.Optional;

/**
 * What came of an export.
 *
 * @param records that the file has
 * @param timeless records that a picture has no place for, since the machine's times of them are not known
 * @param bytes of the file
 * @param cut where it stops short of its end, for want of room
 */
public record Exported(long records, long timeless, long bytes, Optional<Cut> cut) {
    /**
     * The first record that the file has no room for.
     *
     * @param done when it was, in the run's own clock: what was done before is all there
     * @param handled whether it ever was; messages that never were come after all else, and have the time at which they
     *     left
     */
    public record Cut(long done, boolean handled) {}
}
