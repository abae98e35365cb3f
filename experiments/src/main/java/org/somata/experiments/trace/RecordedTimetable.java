package org.somata.experiments.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.somata.experiments.data.DataException;
import org.somata.model.network.Handling;
import org.somata.model.network.Pass;
import org.somata.model.network.Timetable;
import org.somata.model.signals.MessageId;

/**
 * A recorded run as a timetable: each layer handles what it handled then, in the same order, and in the run's own clock
 * at the same times. The whole of it is kept in memory: some 200 bytes a message.
 */
public final class RecordedTimetable implements Timetable {
    /** Presentations that enter in a window. */
    private static final int ENTERING = 16;

    private final TreeMap<Long, Long> enterings = new TreeMap<>();
    private final List<Handling> handlings;
    private Pass pass;
    private long following;
    private int at;

    private RecordedTimetable(List<Handling> inOrder) {
        handlings = inOrder;
    }

    /** @throws DataException if the trace is not whole */
    public static RecordedTimetable of(Trace trace) {
        for (Trace.Gap gap : trace.gaps()) {
            throw new DataException(
                    gap.where() + ": " + gap.reason() + "; a run can be repeated from a whole trace alone");
        }
        List<Handled> handled = new ArrayList<>();
        TreeMap<Long, Long> enterings = new TreeMap<>();
        Map<Integer, TreeMap<Doing, Long>> doings = new TreeMap<>();
        trace.read(org.somata.experiments.trace.Window.ALL, record -> {
            if (record instanceof MessageRecord message) {
                if (message.from() == MessageId.INPUT) {
                    enterings.put(message.presentation(), message.times().sent());
                } else if (message.from() > MessageId.INPUT) {
                    // the copies of a message leave at one time
                    doings.computeIfAbsent(message.from(), place -> new TreeMap<>())
                            .put(
                                    new Doing(message.times().sent(), message.name()),
                                    message.times().sent());
                }
                if (message.times().isComplete()) {
                    handled.add(new Handled(message.to(), message));
                }
            } else if (record instanceof UpdateRecord update) {
                doings.computeIfAbsent(update.at(), place -> new TreeMap<>())
                        .put(new Doing(update.time(), update.name()), update.time());
            }
        });
        handled.sort(
                Comparator.comparingLong((Handled each) -> each.message.times().finished())
                        .thenComparingLong(each -> each.message.times().started()));
        List<Handling> inOrder = new ArrayList<>();
        for (Handled each : handled) {
            inOrder.add(each.handling(inOrder.size(), doings.getOrDefault(each.place, new TreeMap<>())));
        }
        RecordedTimetable timetable = new RecordedTimetable(inOrder);
        timetable.enterings.putAll(enterings);
        return timetable;
    }

    /** A message that left or an update that was done. */
    private record Doing(long time, String name) implements Comparable<Doing> {
        @Override
        public int compareTo(Doing other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : name.compareTo(other.name);
        }
    }

    private record Handled(int place, MessageRecord message) {
        Handling handling(long number, TreeMap<Doing, Long> doings) {
            Times times = message.times();
            long[] moments =
                    doings.subMap(new Doing(times.started(), ""), new Doing(times.finished() + 1, "")).values().stream()
                            .mapToLong(Long::longValue)
                            .toArray();
            return new Handling(
                    number,
                    place,
                    message.from(),
                    message.id().sequence(),
                    org.somata.model.signals.Outcome.valueOf(message.outcome().name()),
                    times.delivered(),
                    times.started(),
                    times.finished(),
                    moments);
        }
    }

    @Override
    public void start(List<Long> sent) {
        if (sent.stream().anyMatch(messages -> messages > 0)) {
            throw new IllegalStateException("a run is repeated from its beginning");
        }
    }

    @Override
    public void begin(Pass next, int from) {
        pass = next;
        following = pass.presentation(from).number();
    }

    @Override
    public Window next() {
        long first = pass.presentation(0).number();
        long end = first + pass.presentations();
        List<Entering> entering = new ArrayList<>();
        for (; following < end && entering.size() < ENTERING; following++) {
            Long time = enterings.get(following);
            if (time == null) {
                throw new DataException("the trace ends before presentation " + following + " enters");
            }
            entering.add(new Entering((int) (following - first), time));
        }
        // until the next presentation enters, whichever pass it belongs to
        long until = enterings.getOrDefault(following, Long.MAX_VALUE);
        List<Handling> done = new ArrayList<>();
        // by the wall's clock layers finish in another order than they begin
        while (at < handlings.size() && handlings.get(at).started() < until) {
            done.add(handlings.get(at++));
        }
        return new Window(entering, done, following == end);
    }
}
