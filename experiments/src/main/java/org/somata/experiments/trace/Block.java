package org.somata.experiments.trace;

import java.nio.ByteBuffer;
import java.util.List;
import org.somata.experiments.data.DataException;

/**
 * A block of a file, with its head read and its bytes checked.
 *
 * @param offset of its head in the file
 * @param clock of the run's own times
 */
record Block(long offset, BlockHead head, ByteBuffer bytes, TraceHeader.Clock clock) {
    /** The first byte after it. */
    long end() {
        return offset + BlockHead.SIZE + head.length();
    }

    List<Half> halves() {
        try {
            return BlockDecoder.decode(bytes.duplicate(), head, clock);
        } catch (IllegalArgumentException | NegativeArraySizeException unknown) {
            throw new DataException(
                    "a trace's block of layer " + head.place() + " at byte " + offset
                            + " is whole, but this program cannot tell what it says (" + unknown.getMessage()
                            + "); read it with the program that wrote it",
                    unknown);
        }
    }
}
