package org.somata.actors;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.somata.model.network.Schedule;
import org.somata.model.network.Turn;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;

/** One layer's share of the schedule: mail is kept back here until its turn. */
final class Agenda {
    /** Presentations under way at a time are few; more mail than this of one kind means a fault in the protocol. */
    private static final int CAPACITY = 4;

    private final int place;
    private final MessageKind first;
    private final Map<Purpose, List<MessageKind>> turnsFor = new EnumMap<>(Purpose.class);
    private final Map<Purpose, Positions> positionsFor = new EnumMap<>(Purpose.class);
    private final Map<MessageKind, ArrayDeque<Message>> waiting = new EnumMap<>(MessageKind.class);
    private Presentation current;
    private List<MessageKind> turns = List.of();
    private int turn;

    /** Where this layer's turns are among {@code all} turns of a presentation. */
    private record Positions(int[] ofTurns, int all) {
        static Positions of(int place, List<MessageKind> turns, List<Turn> all) {
            return new Positions(
                    turns.stream()
                            .mapToInt(kind -> all.indexOf(new Turn(place, kind)))
                            .toArray(),
                    all.size());
        }
    }

    Agenda(int place, Schedule schedule) {
        this.place = place;
        for (Purpose purpose : Purpose.values()) {
            List<MessageKind> turnsOfLayer = schedule.turnsOf(place, purpose);
            turnsFor.put(purpose, turnsOfLayer);
            positionsFor.put(purpose, Positions.of(place, turnsOfLayer, schedule.turns(purpose)));
        }
        this.first = turnsFor.get(Purpose.LEARN).get(0);
        for (MessageKind kind : MessageKind.values()) {
            waiting.put(kind, new ArrayDeque<>(CAPACITY));
        }
    }

    /**
     * Keeps a message until its turn.
     *
     * @throws IllegalStateException if it can never have one
     */
    void add(Message message) {
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

    /**
     * Takes the message whose turn it is; null if it has not come.
     *
     * @throws IllegalStateException if one of another presentation is there in its place. Messages of a kind come in
     *     the order of their presentations, so the one waited for never would.
     */
    Message next() {
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
        return waiting.get(kind).remove();
    }

    /** Where in the whole schedule the turn after one just taken is: what that one sets aside must be done by then. */
    long position() {
        Positions positions = positionsFor.get(current.purpose());
        // what follows the last turn is the first of the next presentation, as far as anybody knows of the same purpose
        return turn == turns.size()
                ? (current.number() + 1) * positions.all + positions.ofTurns[0]
                : current.number() * positions.all + positions.ofTurns[turn];
    }

    /** Whether the message whose turn it is has come. */
    boolean hasNext() {
        return !waiting.get(turn == turns.size() ? first : turns.get(turn)).isEmpty();
    }

    /** What is waited for, in words. */
    String phase() {
        return turn == turns.size()
                ? "idle, awaiting " + first.label()
                : "awaiting " + turns.get(turn).label() + " of presentation " + current.number();
    }

    private IllegalStateException unexpected(Message message, String why) {
        return new IllegalStateException(
                "layer " + place + ", " + phase() + ", got an unexpected " + message.describe() + ": " + why);
    }
}
