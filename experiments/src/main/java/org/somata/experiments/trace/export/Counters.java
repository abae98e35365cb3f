package org.somata.experiments.trace.export;

import java.util.HashMap;
import java.util.Map;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.UpdateId;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.model.signals.MessageId;

/** What is counted and measured in a picture of a trace, each under a name, numbered from 0 as they come up. */
final class Counters {
    private final Map<Object, Counter> all = new HashMap<>();

    private record OfUpdates(boolean loss, int layer, Mapping mapping) {}

    private record OfLink(Outcome outcome, int from, int to) {}

    /** One of them. */
    static final class Counter {
        private final String name;
        private final int number;
        private double last = Double.NaN;

        private Counter(String name, int number) {
            this.name = name;
            this.number = number;
        }

        String name() {
            return name;
        }

        int number() {
            return number;
        }

        /** The last value that was {@link #set}; NaN before. */
        double last() {
            return last;
        }

        void set(double value) {
            last = value;
        }
    }

    Counter loss(UpdateId id) {
        return of(new OfUpdates(true, id.layer(), id.mapping()), name(id, "loss"));
    }

    Counter staleness(UpdateId id) {
        return of(new OfUpdates(false, id.layer(), id.mapping()), name(id, "staleness"));
    }

    /** Messages of a link and an outcome; those of one link come up by their time, whatever the outcome. */
    Counter outcome(MessageRecord message) {
        return of(
                new OfLink(message.outcome(), message.from(), message.to()),
                message.outcome().label() + " from " + MessageId.name(message.from()) + " to "
                        + MessageId.name(message.to()));
    }

    private static String name(UpdateId id, String what) {
        return MessageId.name(id.layer()) + " " + id.mapping().label() + " " + what;
    }

    private Counter of(Object key, String name) {
        Counter known = all.get(key);
        if (known == null) {
            known = new Counter(name, all.size());
            all.put(key, known);
        }
        return known;
    }
}
