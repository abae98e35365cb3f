package org.somata.experiments.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.somata.actors.MessageListener;
import org.somata.actors.recording.TraceRecorder;
import org.somata.experiments.data.DataException;
import org.somata.model.network.Schedule;

/**
 * The trace of a run while it is recorded. What goes wrong with it is told and counted, and does not disturb the run.
 */
public final class Recording implements AutoCloseable {
    private final TraceFolder folder;
    private final Consumer<String> note;
    private final TraceRecorder recorder;
    private final TraceWriter writer;
    private boolean told;

    /**
     * @param run its directory
     * @param note hears what goes wrong
     */
    public Recording(Path run, TraceSettings settings, TraceHeader header, Schedule schedule, Consumer<String> note) {
        this.folder = new TraceFolder(run.resolve(RecordedTrace.FOLDER));
        this.note = note;
        this.writer = new TraceWriter(folder, header, settings);
        this.recorder = new TraceRecorder(schedule, header.depth(), settings.recorded(), writer);
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
            writer.open();
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
            long rows = recorder.givenUp() + writer.lost();
            note.accept("the trace lacks " + rows + " records that could not be written (" + failure + ")");
            try {
                new NotKept(rows, String.valueOf(failure)).write(folder.folder());
            } catch (IOException full) {
                note.accept("nor could it be noted in the trace (" + full.getMessage() + ")");
            }
        });
    }
}
