package org.somata.experiments.trace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.somata.actors.MessageId;

/** Puts the two halves of each message together; what is in memory are the messages under way. */
final class Join {
    private final Consumer<TraceRecord> records;
    private final Map<MessageId, Half.Departure> underWay = new HashMap<>();
    /** Where both halves have the same time the receiver's may come first. */
    private final Map<MessageId, Half.Arrival> early = new HashMap<>();

    Join(Consumer<TraceRecord> records) {
        this.records = records;
    }

    void accept(Half half) {
        if (half instanceof Half.Departure departure) {
            Half.Arrival arrival = early.remove(departure.id());
            if (arrival == null) {
                underWay.put(departure.id(), departure);
            } else {
                records.accept(departure.with(arrival));
            }
        } else if (half instanceof Half.Arrival arrival) {
            Half.Departure departure = underWay.remove(arrival.id());
            if (departure == null) {
                early.put(arrival.id(), arrival);
            } else {
                records.accept(departure.with(arrival));
            }
        } else if (half instanceof Half.Whole whole) {
            records.accept(whole.update());
        }
    }

    /** Tells of what is still under way; returns how many messages were handled of which nothing else is known. */
    long end() {
        underWay.values().stream()
                .sorted(Comparator.<Half.Departure>comparingInt(
                                each -> each.id().sender())
                        .thenComparingLong(each -> each.id().sequence()))
                .map(Half.Departure::alone)
                .forEach(records);
        return early.size();
    }
}
