package org.somata.actors.recording;

import java.util.Optional;
import org.somata.actors.Message;
import org.somata.actors.MessageId;
import org.somata.actors.MessageListener;
import org.somata.model.network.Schedule;
import org.somata.model.signals.Update;

/**
 * Records every message of learning and every update: each actor has a page of its own, and full ones are written by
 * another thread. Evaluation is no part of a run's time and is left out.
 */
public final class TraceRecorder implements MessageListener, AutoCloseable {
    private final Optional<Contents> contents;
    private final Pen[] pens;
    private final Desk desk;
    private volatile long origin = System.nanoTime();

    /**
     * @param depth M
     * @param contents what is recorded of that which messages carry, if anything is
     * @param sink where pages go; it is closed with the recorder
     */
    public TraceRecorder(Schedule schedule, int depth, Optional<Contents> contents, PageSink sink) {
        this.contents = contents;
        this.desk = new Desk(sink);
        this.pens = new Pen[depth - MessageId.TEACHER + 1];
        Positions clock = new Positions(schedule, depth);
        for (int i = 0; i < pens.length; i++) {
            pens[i] = new Pen(i + MessageId.TEACHER, clock, desk.blank(), desk::handIn);
        }
    }

    /**
     * From now on wall time is counted.
     *
     * @param before nanoseconds that the run has taken before
     */
    public void begin(long before) {
        origin = System.nanoTime() - before;
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    private Pen at(int place) {
        return pens[place - MessageId.TEACHER];
    }

    private static boolean learns(Message message) {
        return message.header().presentation().purpose().learns();
    }

    @Override
    public void sent(int to, Message message) {
        if (learns(message)) {
            Carried content = contents.isPresent() ? contents.get().of(message) : null;
            at(message.header().id().sender()).sent(to, message, content, now());
        }
    }

    @Override
    public void delivered(int at, Message message) {
        if (learns(message)) {
            at(at).delivered(message, now());
        }
    }

    @Override
    public void started(int at, Message message) {
        if (learns(message)) {
            Pen pen = at(at);
            pen.started(message, pen.hasJustCome(message) ? pen.momentOfDelivery() : now());
        }
    }

    @Override
    public void finished(int at, Message message) {
        if (learns(message)) {
            at(at).finished(message, now());
        }
    }

    @Override
    public void resumed(int at, Message message) {
        if (learns(message)) {
            at(at).resumed(now());
        }
    }

    @Override
    public void updated(int at, Update update, Message cause) {
        at(at).updated(update, cause, now());
    }

    /**
     * Has all that was recorded come to its sink, while the network is at rest.
     *
     * @param confirm whether a power cut should not take it any more either
     */
    public void flush(boolean confirm) {
        for (Pen pen : pens) {
            pen.turnOver();
        }
        desk.settle(confirm);
    }

    /** Messages' halves and updates that could not be kept. */
    public long givenUp() {
        return desk.givenUp();
    }

    /** Why they could not. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(desk.failure());
    }

    /** Once the network has ended. */
    @Override
    public void close() {
        flush(false);
        desk.close();
    }
}
