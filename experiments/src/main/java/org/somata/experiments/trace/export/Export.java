package org.somata.experiments.trace.export;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.Window;

/**
 * A wish for a trace as a file for other programs. Equal traces have equal files.
 *
 * @param wall whether to tell the machine's times too; pictures then have them instead of the run's own
 * @param arrays whether to tell all that messages carried, where the trace has it
 * @param mostBytes that the file may have: it ends with the last whole record that there is room for
 * @param overwrite whether a file that is there may be replaced
 */
public record Export(Format format, Window window, boolean wall, boolean arrays, long mostBytes, boolean overwrite) {
    public Export {
        if (arrays && !format.isTable()) {
            throw new ExportException("a picture of a trace has no room for what messages carried; leave --arrays away,"
                    + " or take --format " + Format.JSONL.label() + " or " + Format.CSV.label());
        }
    }

    /** @throws ExportException if the file cannot be there, or has no room for anything */
    public Exported write(Trace trace, Path path) {
        ExportFile file = new ExportFile(path);
        file.requireWritable(overwrite);
        return file.write(out -> new Writing(trace, file, out).run());
    }

    /** There is no room for more; no fault, so it knows no stack. */
    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Full() {
            super(null, null, false, false);
        }
    }

    private final class Writing {
        private final Trace trace;
        private final ExportFile file;
        private final OutputStream out;
        private final RecordWriter writer;
        private final Buffer buffer = new Buffer();
        private long room = mostBytes;
        private long records;
        private long timeless;
        private Optional<Exported.Cut> cut = Optional.empty();

        private Writing(Trace trace, ExportFile file, OutputStream out) {
            this.trace = trace;
            this.file = file;
            this.out = out;
            this.writer = format.writer(trace.header(), wall, arrays);
        }

        private Exported run() {
            writer.end(buffer);
            room -= buffer.size();
            buffer.reset();
            writer.begin(buffer);
            if (buffer.size() > room) {
                throw new ExportException("an empty export has " + (mostBytes - room + buffer.size())
                        + " bytes already; allow more with --max-mb");
            }
            append();
            try {
                trace.read(window, this::write);
            } catch (Full full) {
                // what it stopped at has been taken down
            }
            buffer.reset();
            writer.end(buffer);
            room += buffer.size();
            append();
            return new Exported(records, timeless, mostBytes - room, cut);
        }

        private void write(TraceRecord each) {
            boolean written = writer.write(each, buffer);
            if (buffer.size() > room) {
                cut = Optional.of(cut(each));
                throw new Full();
            }
            append();
            if (written) {
                records++;
            } else {
                timeless++;
            }
        }

        private static Exported.Cut cut(TraceRecord each) {
            if (each instanceof MessageRecord message) {
                boolean handled = message.times().isComplete();
                return new Exported.Cut(handled ? message.times().finished() : message.time(), handled);
            }
            return new Exported.Cut(each.time(), true);
        }

        private void append() {
            room -= buffer.size();
            file.append(buffer, out);
            buffer.reset();
        }
    }
}
