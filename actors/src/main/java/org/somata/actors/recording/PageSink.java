package org.somata.actors.recording;

import java.io.IOException;

/** Where a trace goes: rows are made into chunks by the actors' threads, and chunks are written by another. */
public interface PageSink extends AutoCloseable {
    /** For what the actor at a place does; used by one thread at a time. */
    PageEncoder encoder(int place);

    /**
     * The word that the network rests once so many presentations have entered, and that all it has done so far was handed
     * in before: to here a run can be taken back.
     */
    Chunk mark(long presentations);

    /**
     * Has everything that was written come to where a killed process cannot take it; not called while a chunk is written.
     *
     * @param confirm whether a power cut should not either
     */
    void flush(boolean confirm) throws IOException;

    /** No more will come. */
    @Override
    void close() throws IOException;

    /** Makes pages into chunks. */
    interface PageEncoder {
        /** Adds a page's rows to the chunk; the page may be written over when this returns. */
        void add(Page page);

        /** Whether the chunk is large enough. */
        boolean isFull();

        /** The chunk, and begins another; null if nothing was added. */
        Chunk take();
    }

    /** Rows of one actor, ready to be written. */
    interface Chunk {
        int rows();

        /** What it takes of memory. */
        int bytes();

        void write() throws IOException;
    }
}
