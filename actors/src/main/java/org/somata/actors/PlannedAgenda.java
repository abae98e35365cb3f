package org.somata.actors;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import org.somata.model.network.Handling;
import org.somata.model.network.Parcel;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.Outcome;

/** Follows a timetable: mail may come in any order, and waits until the handling that was foreseen for it. */
final class PlannedAgenda implements Agenda {
    private final int place;
    private final Queue<Handling> planned = new ArrayDeque<>();
    private final Queue<LayerCommand.Plan> plans = new ArrayDeque<>();
    private final Map<MessageId, Queue<Message>> waiting = new HashMap<>();
    private Handling inHand;
    private int moments;
    private int doneOfFirst;

    PlannedAgenda(int place) {
        this.place = place;
    }

    /** What is to be handled after all that was planned before. */
    void plan(LayerCommand.Plan further) {
        plans.add(further);
        planned.addAll(further.handlings());
    }

    @Override
    public OptionalLong windowDone() {
        LayerCommand.Plan first = plans.peek();
        if (first == null || ++doneOfFirst < first.handlings().size()) {
            return OptionalLong.empty();
        }
        doneOfFirst = 0;
        return OptionalLong.of(plans.remove().window());
    }

    @Override
    public void add(Message message) {
        waiting.computeIfAbsent(message.header().id(), id -> new ArrayDeque<>(2))
                .add(message);
    }

    /** What waits here, of a network at rest. */
    List<Parcel> waiting(int to) {
        List<Parcel> parcels = new ArrayList<>();
        waiting.forEach((id, copies) -> {
            Message message = copies.element();
            parcels.add(new Parcel(
                    to, id, message.kind(), message.header().presentation(), message.signal(), copies.size()));
        });
        parcels.sort(Parcel.IN_ORDER);
        return parcels;
    }

    @Override
    public Message next() {
        if (!hasNext()) {
            return null;
        }
        inHand = planned.remove();
        moments = 0;
        MessageId id = id(inHand);
        Queue<Message> copies = waiting.get(id);
        Message message = copies.remove();
        if (copies.isEmpty()) {
            waiting.remove(id);
        }
        return message;
    }

    @Override
    public boolean hasNext() {
        Handling next = planned.peek();
        return next != null && waiting.containsKey(id(next));
    }

    private static MessageId id(Handling handling) {
        return new MessageId(handling.sender(), handling.sequence());
    }

    @Override
    public long number() {
        return inHand.number();
    }

    @Override
    public long delivered() {
        return inHand.delivered();
    }

    @Override
    public long started() {
        return inHand.started();
    }

    /** Everything happens as it finishes, unless it is recorded when it did. */
    @Override
    public long moment() {
        return inHand.moments().length == 0 ? inHand.finished() : inHand.moments()[moments++];
    }

    @Override
    public void done(Outcome outcome) {
        inHand.require(outcome);
    }

    @Override
    public long finished() {
        return inHand.finished();
    }

    @Override
    public long due() {
        Handling next = planned.peek();
        return next == null ? Long.MAX_VALUE : next.number();
    }

    @Override
    public String phase() {
        Handling next = planned.peek();
        return next == null
                ? "idle, with " + waiting.size() + " messages that nothing is planned for yet"
                : "awaiting message " + id(next) + ", of " + planned.size() + " that are planned for layer " + place;
    }

    @Override
    public boolean learnsAtOnce() {
        return true;
    }
}
