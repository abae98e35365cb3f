package org.somata.experiments.trace;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A block of a file, with its head read and its bytes checked.
 *
 * @param offset of its head in the file
 */
record Block(long offset, BlockHead head, ByteBuffer bytes) {
    List<Half> halves() {
        return BlockDecoder.decode(bytes.duplicate(), head);
    }
}
