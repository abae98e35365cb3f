package org.somata.experiments.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.somata.actors.MessageListener;
import org.somata.actors.recording.Page;
import org.somata.actors.recording.PageSink;
import org.somata.actors.recording.TraceRecorder;
import org.somata.experiments.data.DataException;
import org.somata.model.network.Schedule;

/**
 * The trace of a run while it is recorded. What goes wrong with it is told and counted, and does not disturb the run.
 */
public final class Recording implements AutoCloseable {
    private final TraceFolder folder;
    private final TraceHeader header;
    private final TraceSettings settings;
    private final Consumer<String> note;
    private final TraceRecorder recorder;
    private TraceWriter writer;
    private boolean told;

    /**
     * @param run its directory
     * @param note hears what goes wrong
     */
    public Recording(Path run, TraceSettings settings, TraceHeader header, Schedule schedule, Consumer<String> note) {
        this.folder = new TraceFolder(run.resolve(RecordedTrace.FOLDER));
        this.header = header;
        this.settings = settings;
        this.note = note;
        this.recorder = new TraceRecorder(schedule, header.depth(), settings.recorded(), new Sink());
    }

    /** How a run was traced; empty where it was not, or where nothing of its trace can be read. */
    public static Optional<TraceSettings> settingsOf(Path run) {
        List<Part> parts = new TraceFolder(run.resolve(RecordedTrace.FOLDER)).parts(new ArrayList<>());
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.get(parts.size() - 1).beginning().settings());
    }

    /** What the network has to have listen to it. */
    public MessageListener listener() {
        return recorder;
    }

    /**
     * Begins, or goes on: what was recorded after a presentation is cut off.
     *
     * @param presentation after which the network goes on; 0 at the beginning
     * @param seconds that the run has taken before
     */
    public void start(long presentation, double seconds) {
        try {
            folder.cutAfter(presentation);
            writer = new TraceWriter(folder, header, settings);
            recorder.begin((long) (seconds * 1e9));
        } catch (IOException failure) {
            throw new DataException(
                    folder.folder() + ": cannot be written (" + failure.getMessage()
                            + "); is there room, and a right to" + " write there?",
                    failure);
        }
    }

    /**
     * Has all that was recorded written, while the network is at rest.
     *
     * @param confirm whether the disk has to confirm it
     */
    public void flush(boolean confirm) {
        recorder.flush(confirm);
        recorder.failure().filter(failure -> !told).ifPresent(failure -> {
            told = true;
            note.accept("the trace can no longer be written (" + failure + "); the run goes on without");
        });
    }

    /** Once the network has ended. */
    @Override
    public void close() {
        recorder.close();
        recorder.failure().ifPresent(failure -> {
            note.accept(
                    "the trace lacks " + recorder.givenUp() + " records that could not be written (" + failure + ")");
            try {
                new NotKept(recorder.givenUp(), String.valueOf(failure)).write(folder.folder());
            } catch (IOException full) {
                note.accept("nor could it be noted in the trace (" + full.getMessage() + ")");
            }
        });
    }

    /** The writer, once there is one. */
    private final class Sink implements PageSink {
        @Override
        public void write(Page page) throws IOException {
            writer.write(page);
        }

        @Override
        public void flush(boolean confirm) throws IOException {
            if (writer != null) {
                writer.flush(confirm);
            }
        }

        @Override
        public void close() throws IOException {
            if (writer != null) {
                writer.close();
            }
        }
    }
}
