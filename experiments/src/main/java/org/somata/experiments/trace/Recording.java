package org.somata.experiments.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.somata.actors.MessageListener;
import org.somata.actors.recording.TraceRecorder;
import org.somata.experiments.data.DataException;

/**
 * The trace of a run while it is recorded. What goes wrong with it is told and counted, and does not disturb the run.
 */
public final class Recording implements AutoCloseable {
    private final TraceFolder folder;
    private final Consumer<String> note;
    private final TraceRecorder recorder;
    private final TraceWriter writer;
    private boolean told;
    private long counted;
    private Optional<IOException> countingFailed = Optional.empty();

    /**
     * @param run its directory
     * @param note hears what goes wrong
     */
    public Recording(Path run, TraceSettings settings, TraceHeader header, Consumer<String> note) {
        this.folder = new TraceFolder(run.resolve(RecordedTrace.FOLDER));
        this.note = note;
        this.writer = new TraceWriter(folder, header, settings);
        this.recorder = new TraceRecorder(header.depth(), settings.recorded(), writer);
    }

    /** What the network has to have listen to it. */
    public MessageListener listener() {
        return recorder;
    }

    /**
     * Begins, or goes on: what was recorded after a checkpoint is cut off.
     *
     * @param presentation that had entered last at the checkpoint; 0 at the beginning
     * @param seconds that the run has taken before
     */
    public void start(long presentation, double seconds) {
        try {
            folder.cutAfter(presentation);
            writer.open();
        } catch (IOException | DataException failure) {
            tell("cannot be written", failure);
        }
        recorder.begin((long) (seconds * 1e9));
    }

    /**
     * A checkpoint is written, to which the run may be taken back: says so in the trace, and has all before it written.
     *
     * @param presentations that have entered
     * @param confirm whether the disk has to confirm it
     */
    public void mark(long presentations, boolean confirm) {
        recorder.mark(presentations);
        flush(confirm);
    }

    /**
     * Has all that was recorded written, while the network is at rest.
     *
     * @param confirm whether the disk has to confirm it
     */
    public void flush(boolean confirm) {
        recorder.flush(confirm);
        recorder.failure().ifPresent(failure -> {
            tell("can no longer be written", failure);
            countNotKept(failure);
        });
    }

    private void tell(String what, Throwable failure) {
        if (!told) {
            told = true;
            note.accept("the trace " + what + " (" + failure + "); the run goes on without");
        }
    }

    private long notKept() {
        return recorder.givenUp() + writer.lost();
    }

    /** Counts what was given up since it was counted last, so that a kill leaves no gap of which nobody knows. */
    private void countNotKept(Throwable failure) {
        countingFailed = Optional.empty();
        long rows = notKept() - counted;
        if (rows == 0) {
            return;
        }
        try {
            new NotKept(rows, String.valueOf(failure)).write(folder.folder());
            counted += rows;
        } catch (IOException full) {
            countingFailed = Optional.of(full);
        }
    }

    /** Once the network has ended. */
    @Override
    public void close() {
        recorder.close();
        recorder.failure().ifPresent(failure -> {
            countNotKept(failure);
            note.accept("the trace lacks " + notKept() + " records that could not be written (" + failure + ")");
            countingFailed.ifPresent(full -> note.accept("nor could it be noted in the trace (" + full + ")"));
        });
    }
}
