package org.somata.actors.recording;

import java.util.Optional;
import org.somata.actors.Header;
import org.somata.actors.Message;
import org.somata.actors.MessageListener;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.Outcome;
import org.somata.model.signals.Update;

/**
 * Records every message of learning and every update: each actor has a page of its own, and full ones are written by
 * another thread. Evaluation is no part of a run's time and is left out.
 */
public final class TraceRecorder implements MessageListener, AutoCloseable {
    private final Optional<Contents> contents;
    private final PageSink sink;
    private final Pen[] pens;
    private final Desk desk;
    private long origin = System.nanoTime();

    /**
     * @param depth M
     * @param contents what is recorded of that which messages carry, if anything is
     * @param sink where pages go; it is closed with the recorder
     */
    public TraceRecorder(int depth, Optional<Contents> contents, PageSink sink) {
        this.contents = contents;
        this.sink = sink;
        this.desk = new Desk(sink);
        this.pens = new Pen[depth - MessageId.TEACHER + 1];
        for (int i = 0; i < pens.length; i++) {
            int place = i + MessageId.TEACHER;
            pens[i] = new Pen(place, sink.encoder(place), desk);
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

    @Override
    public void sent(int to, Message message, long time) {
        Header header = message.header();
        if (header.presentation().purpose().learns()) {
            Carried content = contents.isPresent() ? contents.get().of(message) : null;
            at(header.id().sender()).sent(to, message, header, content, time, now());
        }
    }

    @Override
    public void lost(int to, Message message) {
        Header header = message.header();
        if (header.presentation().purpose().learns()) {
            at(header.id().sender()).lost();
        }
    }

    @Override
    public void delivered(int at, Message message) {
        at(at).delivered(message, now());
    }

    @Override
    public void started(int at, Message message, long delivered, long started) {
        Pen pen = at(at);
        pen.started(message, delivered, started, pen.knowsTheTime() ? pen.latest() : now());
    }

    @Override
    public void finished(int at, Message message, Outcome outcome, long time) {
        // what is not set aside is sent last: a layer's handling is over when it has sent all that it sends
        Pen pen = at(at);
        pen.finished(outcome, time, pen.hasJustSent() ? pen.latest() : now());
    }

    @Override
    public void resumed(int at, Message message) {
        Pen pen = at(at);
        pen.resumed(pen.knowsTheTime() ? pen.latest() : now());
    }

    @Override
    public void updated(int at, Update update, Message cause, long time) {
        at(at).updated(update, cause, time, now());
    }

    /** Says in the trace that the network rests here, with so many presentations entered: a checkpoint is written. */
    public void mark(long presentations) {
        handInAll();
        desk.handIn(sink.mark(presentations));
    }

    /**
     * Has all that was recorded come to its sink, while the network is at rest.
     *
     * @param confirm whether a power cut should not take it any more either
     */
    public void flush(boolean confirm) {
        handInAll();
        desk.settle(confirm);
    }

    private void handInAll() {
        for (Pen pen : pens) {
            pen.handIn();
        }
    }

    /** Messages' halves and updates that could not be kept. */
    public long givenUp() {
        return desk.givenUp();
    }

    /** Why they could not. */
    public Optional<Throwable> failure() {
        return desk.failure();
    }

    /** Once the network has ended. */
    @Override
    public void close() {
        handInAll();
        desk.close();
    }
}
