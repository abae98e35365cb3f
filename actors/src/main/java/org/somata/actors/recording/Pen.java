package org.somata.actors.recording;

import java.util.Arrays;
import org.somata.actors.Header;
import org.somata.actors.Message;
import org.somata.actors.recording.PageSink.PageEncoder;
import org.somata.model.signals.Outcome;
import org.somata.model.signals.Update;

/** Takes down what one actor does, on its thread. */
final class Pen {
    private final PageEncoder encoder;
    private final Desk desk;
    private final Deliveries deliveries = new Deliveries();
    private final Page page;
    private final Handling inHand = new Handling();
    private long latest;
    private boolean untouched;
    private boolean justSent;

    Pen(int place, PageEncoder encoder, Desk desk) {
        this.encoder = encoder;
        this.desk = desk;
        this.page = new Page(place);
    }

    void delivered(Message message, long now) {
        deliveries.add(message, now);
        latest = now;
        untouched = true;
        justSent = false;
    }

    /** Whether the clock need not be read: nothing was done since it was. */
    boolean knowsTheTime() {
        return untouched;
    }

    /** Whether the last thing that it did was to send. */
    boolean hasJustSent() {
        return justSent;
    }

    long latest() {
        return latest;
    }

    /**
     * @param delivered in the run's own clock, as {@code started} is
     * @param now on the wall
     */
    void started(Message message, long delivered, long started, long now) {
        inHand.of(message);
        inHand.started(delivered, started);
        inHand.startedOnTheWall(deliveries.remove(message), now);
        latest = now;
        untouched = false;
    }

    void sent(int to, Message message, Header told, Carried content, long time, long now) {
        makeRoom();
        page.sent(to, message, told, time, now);
        if (content != null) {
            page.carried(content);
        }
        step(now);
        justSent = true;
    }

    /** What was sent just now has no further news. */
    void lost() {
        page.lost();
    }

    void finished(Outcome outcome, long time, long now) {
        if (inHand.header().presentation().purpose().learns()) {
            makeRoom();
            inHand.finished(outcome, time, now);
            page.handled(inHand);
        }
        step(now);
    }

    void resumed(long now) {
        latest = now;
        untouched = false;
    }

    void updated(Update update, Message cause, long time, long now) {
        makeRoom();
        Header told = inHand.isOf(cause) ? inHand.header() : cause.header();
        page.updated(update, told.id(), time, latest, now);
        step(now);
    }

    private void step(long now) {
        latest = now;
        untouched = false;
        justSent = false;
    }

    /** A full page is turned over no sooner than the next row comes: there may be more to say of the last. */
    private void makeRoom() {
        if (page.isFull()) {
            turnOver();
        }
    }

    private void turnOver() {
        encoder.add(page);
        page.clear();
        if (encoder.isFull()) {
            desk.handIn(encoder.take());
        }
    }

    /** Hands in what there is. */
    void handIn() {
        if (!page.isEmpty()) {
            turnOver();
        }
        PageSink.Chunk rest = encoder.take();
        if (rest != null) {
            desk.handIn(rest);
        }
    }

    /** Messages that wait for their turn, and when they came. They are few. */
    private static final class Deliveries {
        private Message[] messages = new Message[4];
        private long[] moments = new long[4];
        private int count;

        void add(Message message, long moment) {
            if (count == messages.length) {
                messages = Arrays.copyOf(messages, 2 * count);
                moments = Arrays.copyOf(moments, 2 * count);
            }
            messages[count] = message;
            moments[count++] = moment;
        }

        long remove(Message message) {
            int at = 0;
            while (messages[at] != message) {
                at++;
            }
            long moment = moments[at];
            count--;
            messages[at] = messages[count];
            moments[at] = moments[count];
            messages[count] = null;
            return moment;
        }
    }
}
