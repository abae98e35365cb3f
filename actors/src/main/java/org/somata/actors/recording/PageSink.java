package org.somata.actors.recording;

import java.io.IOException;

/** Where the recorder's pages go; called by one thread at a time. */
public interface PageSink extends AutoCloseable {
    /** Keeps what a page has. It belongs to the recorder again when this returns. */
    void write(Page page) throws IOException;

    /**
     * Has everything that was written come to where a killed process cannot take it.
     *
     * @param confirm whether a power cut should not either
     */
    void flush(boolean confirm) throws IOException;

    /** No more will come. */
    @Override
    void close() throws IOException;
}
