package org.somata.experiments.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.somata.actors.MessageId;

/** Puts the two halves of each message together; what is in memory are the messages under way. */
final class Join {
    private final Consumer<TraceRecord> records;
    private final Map<MessageId, Half.Departure> underWay = new HashMap<>();
    /** Where both halves have the same time the receiver's may come first. */
    private final Map<MessageId, Half.Arrival> early = new HashMap<>();
    /** Of updates that were done within the handling of a message: they come after it. */
    private final Map<MessageId, List<UpdateRecord>> within = new HashMap<>();

    Join(Consumer<TraceRecord> records) {
        this.records = records;
    }

    void accept(Half half) {
        if (half instanceof Half.Departure departure) {
            Half.Arrival arrival = early.remove(departure.id());
            if (arrival == null) {
                underWay.put(departure.id(), departure);
            } else {
                tell(departure.with(arrival));
            }
        } else if (half instanceof Half.Arrival arrival) {
            Half.Departure departure = underWay.remove(arrival.id());
            if (departure == null) {
                early.put(arrival.id(), arrival);
            } else {
                tell(departure.with(arrival));
            }
        } else if (half instanceof Half.Whole whole) {
            if (underWay.containsKey(whole.update().cause())) {
                within.computeIfAbsent(whole.update().cause(), none -> new ArrayList<>())
                        .add(whole.update());
            } else {
                records.accept(whole.update());
            }
        }
    }

    private void tell(MessageRecord message) {
        records.accept(message);
        if (!within.isEmpty()) {
            within.getOrDefault(message.id(), List.of()).forEach(records);
            within.remove(message.id());
        }
    }

    /** Tells of what is still under way; returns how many messages were handled of which nothing else is known. */
    long end() {
        within.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(UpdateRecord::time).thenComparingInt(UpdateRecord::at))
                .forEach(records);
        underWay.values().stream()
                .sorted(Comparator.<Half.Departure>comparingInt(
                                each -> each.id().sender())
                        .thenComparingLong(each -> each.id().sequence()))
                .map(Half.Departure::alone)
                .forEach(records);
        return early.size();
    }
}
