package org.somata.experiments.runs;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A file that shows how work goes, replaced in one step; those who look on find it whole at any moment. */
public final class LiveFile {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path file;
    private final LongSupplier nanos;
    private long writtenAt;

    public LiveFile(Path file) {
        this(file, System::nanoTime);
    }

    /** @param nanos the time */
    LiveFile(Path file, LongSupplier nanos) {
        this.file = file;
        this.nanos = nanos;
        this.writtenAt = nanos.getAsLong();
    }

    /** Shows what has come about. */
    public void show(Object status) {
        Durable.showJson(file, status);
        writtenAt = nanos.getAsLong();
    }

    /** The same where it would be shown often: at most once a second. */
    public void showNow(Supplier<Object> status) {
        if (nanos.getAsLong() - writtenAt < EVERY_NANOS) {
            return;
        }
        try {
            show(status.get());
        } catch (RunException full) {
            // nobody's work ends for want of a view of it; where results cannot be written either, those say so
            writtenAt = nanos.getAsLong();
        }
    }

    /** There is nothing to look at any more. */
    public void delete() {
        Durable.deleteFile(file);
    }
}
