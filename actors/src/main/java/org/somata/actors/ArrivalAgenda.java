package org.somata.actors;

import java.util.ArrayDeque;
import java.util.Queue;
import org.somata.model.signals.Outcome;

/** Takes mail of learning as it comes, by the machine's own clock, unless the network rests. */
final class ArrivalAgenda implements Agenda {
    private final WallClock clock;
    private final Queue<Arrived> waiting = new ArrayDeque<>();
    private boolean resting = true;
    private long delivered;
    private long started;
    private long finished;

    private record Arrived(Message message, long moment) {}

    ArrivalAgenda(WallClock clock) {
        this.clock = clock;
    }

    /** From now on nothing is taken, or what comes is. */
    void rest(boolean now) {
        resting = now;
    }

    @Override
    public void add(Message message) {
        waiting.add(new Arrived(message, clock.now()));
    }

    @Override
    public Message next() {
        if (!hasNext()) {
            return null;
        }
        Arrived next = waiting.remove();
        delivered = next.moment;
        started = clock.now();
        return next.message;
    }

    @Override
    public boolean hasNext() {
        return !resting && !waiting.isEmpty();
    }

    @Override
    public long number() {
        return started;
    }

    @Override
    public long delivered() {
        return delivered;
    }

    @Override
    public long started() {
        return started;
    }

    @Override
    public long moment() {
        return clock.now();
    }

    @Override
    public void done(Outcome outcome) {
        finished = clock.now();
    }

    @Override
    public long finished() {
        return finished;
    }

    @Override
    public long due() {
        return 0;
    }

    @Override
    public String phase() {
        return (resting ? "resting, with " : "idle, with ") + waiting.size() + " messages that wait";
    }

    @Override
    public boolean learnsAtOnce() {
        return true;
    }
}
