package org.somata.actors;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.somata.model.network.Schedule;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outcome;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;

/** One layer's share of the schedule of lockstep. A turn takes as long as any other. */
final class LockstepAgenda implements Agenda {
    /** Presentations under way at a time are few; more mail than this of one kind means a fault in the protocol. */
    private static final int CAPACITY = 4;

    private final int place;
    private final MessageKind first;
    private final Map<Purpose, List<MessageKind>> turnsFor = new EnumMap<>(Purpose.class);
    private final Positions clock;
    private final Map<MessageKind, ArrayDeque<Message>> waiting = new EnumMap<>(MessageKind.class);
    private Presentation current;
    private List<MessageKind> turns = List.of();
    private int turn;
    private long started;

    LockstepAgenda(int place, Schedule schedule, Positions clock) {
        this.place = place;
        this.clock = clock;
        for (Purpose purpose : Purpose.values()) {
            turnsFor.put(purpose, schedule.turnsOf(place, purpose));
        }
        this.first = turnsFor.get(Purpose.LEARN).get(0);
        for (MessageKind kind : MessageKind.values()) {
            waiting.put(kind, new ArrayDeque<>(CAPACITY));
        }
    }

    @Override
    public void add(Message message) {
        Presentation presentation = message.header().presentation();
        ArrayDeque<Message> queue = waiting.get(message.kind());
        if (!turnsFor.get(presentation.purpose()).contains(message.kind())) {
            throw unexpected(message, "the schedule has no such turn here");
        }
        if (queue.size() == CAPACITY) {
            throw unexpected(message, CAPACITY + " such messages wait already");
        }
        if (turn < turns.size()
                && presentation.purpose() == current.purpose()
                && presentation.number() < current.number()) {
            throw unexpected(message, "that presentation is over");
        }
        queue.add(message);
    }

    /** One of another presentation in its place is an error: messages of a kind come in the order of presentations. */
    @Override
    public Message next() {
        boolean beginning = turn == turns.size();
        MessageKind kind = beginning ? first : turns.get(turn);
        Message head = waiting.get(kind).peek();
        if (head == null) {
            return null;
        }
        if (!beginning && !head.header().presentation().equals(current)) {
            throw unexpected(head, "its presentation is not under way");
        }
        if (beginning) {
            current = head.header().presentation();
            turns = turnsFor.get(current.purpose());
            turn = 0;
        }
        turn++;
        started = clock.of(place, kind, current);
        return waiting.get(kind).remove();
    }

    @Override
    public long number() {
        return started;
    }

    /** In lockstep a turn is as good a moment as any. */
    @Override
    public long delivered() {
        return started;
    }

    @Override
    public long started() {
        return started;
    }

    @Override
    public long moment() {
        return started + 1;
    }

    @Override
    public void done(Outcome outcome) {
        if (outcome != Outcome.HANDLED) {
            throw new IllegalStateException("in lockstep nothing is " + outcome.label());
        }
    }

    @Override
    public long finished() {
        return started + 1;
    }

    @Override
    public boolean learnsAtOnce() {
        return false;
    }

    @Override
    public long due() {
        // what follows the last turn is the first of the next presentation, as far as anybody knows of the same purpose
        return turn == turns.size()
                ? clock.of(place, turns.get(0), current) + clock.period()
                : clock.of(place, turns.get(turn), current);
    }

    @Override
    public boolean hasNext() {
        return !waiting.get(turn == turns.size() ? first : turns.get(turn)).isEmpty();
    }

    @Override
    public String phase() {
        return turn == turns.size()
                ? "idle, awaiting " + first.label()
                : "awaiting " + turns.get(turn).label() + " of presentation " + current.number();
    }

    private IllegalStateException unexpected(Message message, String why) {
        return new IllegalStateException(
                "layer " + place + ", " + phase() + ", got an unexpected " + message.describe() + ": " + why);
    }
}
