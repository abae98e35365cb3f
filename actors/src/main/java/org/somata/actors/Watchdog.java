package org.somata.actors;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.somata.model.network.StalledException;

/**
 * Waits for answers, and finds out when none can come: nobody has done anything between two looks. A look finds an actor
 * only between two commands and after all mail that it had, so whoever is at something, for however long, is not
 * stalled.
 */
final class Watchdog {
    /** Between two looks. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Duration patience;
    private final Supplier<CompletableFuture<Census>> looks;

    Watchdog(Duration patience, Supplier<CompletableFuture<Census>> looks) {
        this.patience = patience;
        this.looks = looks;
    }

    /**
     * Joins the answer.
     *
     * @throws StalledException if none can come
     */
    <T> T join(CompletableFuture<T> answer) {
        Census before = null;
        while (!comesInTime(answer)) {
            CompletableFuture<Census> look = looks.get();
            waitForEither(answer, look);
            if (!answer.isDone()) {
                Census now = look.join();
                if (before != null && now.isAsBefore(before)) {
                    throw new StalledException(String.format(
                            "nothing has happened for %d s, and nothing will: %s",
                            patience.toSeconds(), now.describe()));
                }
                before = now;
            }
        }
        return answer.join();
    }

    private boolean comesInTime(CompletableFuture<?> answer) {
        CompletableFuture<Void> late =
                new CompletableFuture<Void>().completeOnTimeout(null, patience.toNanos(), TimeUnit.NANOSECONDS);
        waitForEither(answer, late);
        late.cancel(false);
        return answer.isDone();
    }

    /** However they end. */
    private static void waitForEither(CompletableFuture<?> one, CompletableFuture<?> other) {
        CompletableFuture.anyOf(one, other).handle((done, failure) -> done).join();
    }
}
