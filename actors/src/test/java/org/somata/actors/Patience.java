package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Waiting in tests: so long that only what hangs is too slow. */
final class Patience {
    private static final Duration LONG = Duration.ofSeconds(120);

    private Patience() {}

    static <T> T inTime(ThrowingSupplier<T> deed) {
        return assertTimeoutPreemptively(LONG, deed);
    }

    static void inTime(Executable deed) {
        assertTimeoutPreemptively(LONG, deed);
    }

    /** Expects a failure rather than a hang. */
    static <T extends Throwable> T failsInTime(Class<T> type, Executable deed) {
        return inTime(() -> assertThrows(type, deed));
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
