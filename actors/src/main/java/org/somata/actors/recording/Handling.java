package org.somata.actors.recording;

import org.somata.actors.Header;
import org.somata.actors.Message;
import org.somata.model.signals.Outcome;

/** The message that an actor has in hand, and when what happened to it; one is used again and again. */
final class Handling {
    private Message message;
    private Header header;
    private Outcome outcome;
    private final Moments own = new Moments();
    private final Moments wall = new Moments();

    /** Times of one clock: the run's own, or the wall. */
    static final class Moments {
        private long delivered;
        private long started;
        private long finished;

        private void begin(long came, long turnCame) {
            delivered = came;
            started = turnCame;
        }

        long delivered() {
            return delivered;
        }

        long started() {
            return started;
        }

        long finished() {
            return finished;
        }
    }

    void of(Message taken) {
        message = taken;
        header = taken.header();
    }

    void started(long delivered, long now) {
        own.begin(delivered, now);
    }

    void startedOnTheWall(long delivered, long now) {
        wall.begin(delivered, now);
    }

    void finished(Outcome whatCameOfIt, long time, long onTheWall) {
        outcome = whatCameOfIt;
        own.finished = time;
        wall.finished = onTheWall;
    }

    boolean isOf(Message other) {
        return message == other;
    }

    Header header() {
        return header;
    }

    Outcome outcome() {
        return outcome;
    }

    Moments own() {
        return own;
    }

    Moments wall() {
        return wall;
    }
}
