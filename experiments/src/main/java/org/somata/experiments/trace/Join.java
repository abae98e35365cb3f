package org.somata.experiments.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.somata.model.signals.MessageId;

/**
 * Puts the two halves of each message together; what is in memory are the messages under way. Copies of a message left
 * together and are the same but for their fate: the one that comes first is taken for the one that left first.
 */
final class Join {
    private final Consumer<TraceRecord> records;
    private final Copies<Half.Departure> underWay = new Copies<>();
    /** Of which the sender's half is missing, or comes later. */
    private final Copies<Half.Arrival> early = new Copies<>();
    /** The number of each sender's latest message. */
    private final Map<Integer, Long> latest = new HashMap<>();
    /** Of updates that were done within the handling of a message: they come after it. */
    private final Map<MessageId, List<UpdateRecord>> within = new HashMap<>();
    /** Of those of which there are copies still under way. */
    private final Set<MessageId> handled = new HashSet<>();

    Join(Consumer<TraceRecord> records) {
        this.records = records;
    }

    void accept(Half half) {
        if (half instanceof Half.Departure departure) {
            accept(departure);
        } else if (half instanceof Half.Arrival arrival) {
            Half.Departure departure = underWay.remove(arrival.id());
            if (departure == null) {
                early.add(arrival.id(), arrival);
            } else {
                tell(departure.with(arrival));
            }
        } else if (half instanceof Half.Whole whole) {
            MessageId cause = whole.update().cause();
            if (underWay.has(cause) && !handled.contains(cause)) {
                within.computeIfAbsent(cause, none -> new ArrayList<>()).add(whole.update());
            } else {
                records.accept(whole.update());
            }
        }
    }

    /** Whether the message that was handled, or that an update follows from, has been sent as far as is known. */
    boolean isReady(Half half) {
        if (half instanceof Half.Arrival arrival) {
            return hasLeft(arrival.id());
        }
        return !(half instanceof Half.Whole whole) || hasLeft(whole.update().cause());
    }

    private boolean hasLeft(MessageId message) {
        return message.sequence() <= latest.getOrDefault(message.sender(), 0L);
    }

    private void accept(Half.Departure departure) {
        latest.put(departure.id().sender(), departure.id().sequence());
        if (departure.lost()) {
            records.accept(departure.alone());
            return;
        }
        Half.Arrival arrival = early.remove(departure.id());
        if (arrival == null) {
            underWay.add(departure.id(), departure);
        } else {
            tell(departure.with(arrival));
        }
    }

    private void tell(MessageRecord message) {
        records.accept(message);
        if (message.outcome() == Outcome.HANDLED) {
            handled.add(message.id());
            List<UpdateRecord> updates = within.isEmpty() ? null : within.remove(message.id());
            if (updates != null) {
                updates.forEach(records);
            }
        }
        if (!underWay.has(message.id())) {
            handled.remove(message.id());
        }
    }

    /** Tells of what is still under way; returns the handlings of which nothing else is known. */
    List<Half.Arrival> end() {
        within.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(UpdateRecord::time).thenComparingInt(UpdateRecord::at))
                .forEach(records);
        underWay.all().stream()
                .sorted(Comparator.<Half.Departure>comparingInt(
                                each -> each.id().sender())
                        .thenComparingLong(each -> each.id().sequence()))
                .map(Half.Departure::alone)
                .forEach(records);
        return early.all();
    }

    /** Halves by their messages, in their order; mostly there is one of each. */
    private static final class Copies<H extends Half> {
        private final Map<MessageId, H> first = new HashMap<>();
        private final Map<MessageId, List<H>> further = new HashMap<>();

        void add(MessageId id, H half) {
            if (first.putIfAbsent(id, half) != null) {
                further.computeIfAbsent(id, none -> new ArrayList<>(1)).add(half);
            }
        }

        /** Null if there is none. */
        H remove(MessageId id) {
            H removed = first.remove(id);
            List<H> others = removed == null || further.isEmpty() ? null : further.get(id);
            if (others != null) {
                first.put(id, others.remove(0));
                if (others.isEmpty()) {
                    further.remove(id);
                }
            }
            return removed;
        }

        boolean has(MessageId id) {
            return first.containsKey(id);
        }

        List<H> all() {
            List<H> all = new ArrayList<>(first.values());
            further.values().forEach(all::addAll);
            return all;
        }
    }
}
