package org.somata.experiments.trace.export;

import org.somata.experiments.trace.TraceRecord;

/** A format's way to write. What a file has after any number of whole records, and the end, is valid. */
interface RecordWriter {
    /** What a file begins with. */
    void begin(Buffer file);

    /** The next record; false if the format has no place for it. */
    boolean write(TraceRecord each, Buffer file);

    /** What a file ends with: always as many bytes. */
    void end(Buffer file);
}
