package org.somata.actors.recording;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.somata.actors.Message;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Update;

/** Takes down what one actor does, on its thread. */
final class Pen {
    private final int place;
    private final Positions clock;
    private final UnaryOperator<Page> turnOver;
    private final Map<MessageKind, ArrayDeque<Long>> deliveries = new EnumMap<>(MessageKind.class);
    private Page page;
    private Message justDelivered;
    private long deliveredNow;
    private long delivered;
    private long started;
    private long position;
    private long latest;

    /** @param turnOver takes a page, and gives an empty one */
    Pen(int place, Positions clock, Page first, UnaryOperator<Page> turnOver) {
        this.place = place;
        this.clock = clock;
        this.turnOver = turnOver;
        this.page = first;
        page.begin(place);
        for (MessageKind kind : MessageKind.values()) {
            deliveries.put(kind, new ArrayDeque<>());
        }
    }

    /** Messages of a kind are handled in the order in which they come. */
    void delivered(Message message, long now) {
        deliveries.get(message.kind()).add(now);
        justDelivered = message;
        deliveredNow = now;
    }

    /** Whether the clock need not be read: nothing has happened since this message came. */
    boolean hasJustCome(Message message) {
        return message == justDelivered;
    }

    long momentOfDelivery() {
        return deliveredNow;
    }

    void started(Message message, long now) {
        delivered = deliveries.get(message.kind()).remove();
        started = now;
        latest = now;
        position = clock.of(place, message.kind(), message.header().presentation());
    }

    /** What an actor sends leaves when its turn is over; what no turn brings about, as the presentation begins. */
    void sent(int to, Message message, Carried content, long now) {
        boolean unbidden = message.header().causes().isEmpty();
        page.sent(to, message, unbidden ? clock.start(message.header().presentation()) : position + 1, now);
        if (content != null) {
            page.carried(content);
        }
        step(now);
    }

    void finished(Message message, long now) {
        page.handled(message, position, position + 1, delivered, started, now);
        step(now);
    }

    void resumed(long now) {
        latest = now;
        justDelivered = null;
    }

    void updated(Update update, Message cause, long now) {
        page.updated(update, cause.header().id(), position + 1, latest, now);
        step(now);
    }

    private void step(long now) {
        latest = now;
        justDelivered = null;
        if (page.isFull()) {
            turnOver();
        }
    }

    /** Hands in what there is. */
    void turnOver() {
        if (!page.isEmpty()) {
            page = turnOver.apply(page);
            page.begin(place);
        }
    }
}
