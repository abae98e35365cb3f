package org.somata.experiments.runs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.somata.model.layers.Tally;
import org.somata.model.signals.MessageKind;

/**
 * What of a run's messages was lost or dropped, and what credit was not acted on: counts by place and name, such as
 * {@code 3 lost-target}. A loss counts for the sender, the rest for the layer that it happens in.
 */
final class Mishaps {
    private static final List<String> OF_MESSAGES = List.of(Tally.LOST, Tally.EXPIRED, Tally.DUPLICATE);

    private Mishaps() {}

    /** With what one place has counted; the input's is 0. */
    static Map<String, Long> plus(Map<String, Long> before, int place, Tally tally) {
        Map<String, Long> counts = new TreeMap<>(before);
        add(counts, place, Tally.MISSED, tally);
        for (String mishap : OF_MESSAGES) {
            for (MessageKind kind : MessageKind.values()) {
                add(counts, place, Tally.of(mishap, kind), tally);
            }
        }
        return counts;
    }

    private static void add(Map<String, Long> counts, int place, String name, Tally tally) {
        if (tally.count(name) > 0) {
            counts.merge(key(place, name), tally.count(name), Long::sum);
        }
    }

    static long count(Map<String, Long> counts, int place, String name) {
        return counts.getOrDefault(key(place, name), 0L);
    }

    private static String key(int place, String name) {
        return place + " " + name;
    }
}
