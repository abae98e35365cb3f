package org.somata.actors.recording;

import java.util.Arrays;
import org.somata.actors.Header;
import org.somata.actors.Message;
import org.somata.actors.MessageId;
import org.somata.actors.recording.PageSink.PageEncoder;
import org.somata.model.signals.Update;

/** Takes down what one actor does, on its thread. */
final class Pen {
    private final int place;
    private final Positions clock;
    private final PageEncoder encoder;
    private final Desk desk;
    private final Deliveries deliveries = new Deliveries();
    private final Page page;
    private Message inHand;
    private Header header;
    private long delivered;
    private long started;
    private long position;
    private long latest;
    private boolean untouched;
    private boolean justSent;

    Pen(int place, Positions clock, PageEncoder encoder, Desk desk) {
        this.place = place;
        this.clock = clock;
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

    void started(Message message, long now) {
        delivered = deliveries.remove(message);
        started = now;
        latest = now;
        untouched = false;
        inHand = message;
        header = message.header();
        position = clock.of(place, message.kind(), header.presentation());
    }

    /** What an actor sends leaves when its turn is over; what no turn brings about, as the presentation begins. */
    void sent(int to, Message message, Header told, Carried content, long now) {
        boolean unbidden = told.causes().isEmpty();
        page.sent(to, message, told, unbidden ? clock.start(told.presentation()) : position + 1, now);
        if (content != null) {
            page.carried(content);
        }
        step(now);
        justSent = true;
    }

    void finished(long now) {
        if (header.presentation().purpose().learns()) {
            page.handled(header, position, position + 1, delivered, started, now);
        }
        step(now);
    }

    void resumed(long now) {
        latest = now;
        untouched = false;
    }

    /** Work set aside is that of the message handled last. */
    void updated(Update update, Message cause, long now) {
        MessageId id = cause == inHand ? header.id() : cause.header().id();
        page.updated(update, id, position + 1, latest, now);
        step(now);
    }

    private void step(long now) {
        latest = now;
        untouched = false;
        justSent = false;
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
