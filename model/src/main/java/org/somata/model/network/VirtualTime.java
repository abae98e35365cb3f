package org.somata.model.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.somata.model.layers.Layer;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.NoArithmetic;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Outcome;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;
import org.somata.model.timing.Delivery;

/**
 * The simulation of events without numbers: the network's own layers, on kernels that compute nothing, tell each other
 * what they would tell; a queue of events says when. Of the same seed comes the same timetable.
 */
public final class VirtualTime implements Timetable {
    /** What a window has at most: presentations that enter, and about as many handlings. */
    private static final int ENTERING = 16;

    private static final int HANDLINGS = 1 << 14;

    private final Asynchrony how;
    private final Fate fate;
    private final Kernels kernels = new NoArithmetic();
    private final List<Layer> layers;
    private final Station[] stations;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Map<Long, Integer> underWay = new HashMap<>();
    private final Map<Long, Boolean> alive = new HashMap<>();
    private final Map<Integer, Long> latestOnLink = new HashMap<>();
    private final List<Entering> entering = new ArrayList<>();
    private final List<Handling> handlings = new ArrayList<>();
    private Pass pass;
    private int next;
    private long now;
    private long earliest;
    private long eventCount;
    private long handlingCount;

    /** @param spec the network's own, with {@link NetworkSpec#recall} */
    public VirtualTime(NetworkSpec spec, Asynchrony how) {
        this.how = how;
        this.fate = new Fate(how, spec.seed());
        this.layers = spec.undrawn().build(kernels);
        this.stations = new Station[spec.depth()];
        for (int i = 0; i < stations.length; i++) {
            stations[i] = new Station();
        }
    }

    @Override
    public void start(List<Long> sent) {
        layers.forEach(layer -> layer.sent(sent.get(layer.place() - 1)));
    }

    @Override
    public void begin(Pass following, int from) {
        pass = following;
        next = from;
    }

    @Override
    public Window next() {
        while (true) {
            if (alive.size() < how.alive() && now >= earliest) {
                if (next < pass.presentations()) {
                    if (entering.size() == ENTERING || handlings.size() >= HANDLINGS) {
                        return window(false);
                    }
                    enter();
                    continue;
                } else if (!pass.isLast()) {
                    return window(true);
                }
            }
            Event event = events.poll();
            if (event == null) {
                return window(true);
            }
            now = event.time;
            event.happening.run();
        }
    }

    private Window window(boolean last) {
        Window window = new Window(entering, handlings, last);
        entering.clear();
        handlings.clear();
        return window;
    }

    private void enter() {
        Presentation presentation = pass.presentation(next);
        long number = presentation.number();
        entering.add(new Entering(next, now));
        next++;
        alive.put(number, true);
        earliest = now + how.interval();
        if (how.interval() > 0) {
            at(earliest, () -> {});
        }
        how.deadline().ifPresent(deadline -> at(now + deadline, () -> alive.remove(number)));
        Signal input = new Signal.Real(
                kernels.matrix(presentation.examples(), layers.get(0).forward().inputs()));
        underWay.put(number, 0);
        carry(new Flight(MessageKind.ACTIVATION, presentation, input, Feed.INPUT, number, 1));
        carry(new Flight(
                MessageKind.LABEL,
                presentation,
                new Signal.Classes(new int[0], presentation.examples()),
                Labels.TEACHER,
                number,
                layers.size()));
        endIfNothingIsUnderWay(number);
    }

    private void at(long time, Runnable happening) {
        events.add(new Event(time, eventCount++, happening));
    }

    /** A message leaves; its copies arrive when they do. */
    private void carry(Flight flight) {
        Delivery delivery = how.delivery(flight.kind, flight.from, flight.to);
        int copies = fate.copies(flight.kind, flight.from, flight.sequence, flight.to);
        for (int copy = 0; copy < copies; copy++) {
            // those of one link and direction keep their order, but for the jitter
            int link = flight.from * (layers.size() + 1) + flight.to;
            long arrival = Math.max(
                    latestOnLink.getOrDefault(link, 0L),
                    now + fate.latency(delivery, flight.from, flight.sequence, copy));
            latestOnLink.put(link, arrival);
            long jitter = fate.jitter(delivery, flight.from, flight.sequence, copy);
            at(arrival + jitter, () -> arrive(flight));
        }
        underWay.merge(flight.presentation.number(), copies, Integer::sum);
    }

    private void arrive(Flight flight) {
        Station station = stations[flight.to - 1];
        station.waiting.add(new Arrived(flight, now));
        if (!station.busy) {
            takeUp(station, flight.to);
        }
    }

    private void takeUp(Station station, int place) {
        Arrived arrived = station.waiting.poll();
        station.busy = arrived != null;
        if (arrived != null) {
            long started = now;
            at(now + fate.compute(place, station.handled++), () -> finish(station, arrived, started));
        }
    }

    private void finish(Station station, Arrived arrived, long started) {
        Flight flight = arrived.flight;
        long number = flight.presentation.number();
        Outcome outcome = layers.get(flight.to - 1)
                .handle(flight.kind, flight.presentation, flight.signal, new Post(flight.to, flight.presentation));
        handlings.add(new Handling(
                handlingCount++, flight.to, flight.from, flight.sequence, outcome, arrived.moment, started, now));
        underWay.merge(number, -1, Integer::sum);
        endIfNothingIsUnderWay(number);
        takeUp(station, flight.to);
    }

    private void endIfNothingIsUnderWay(long number) {
        if (underWay.get(number) == 0) {
            underWay.remove(number);
            alive.remove(number);
        }
    }

    private record Event(long time, long number, Runnable happening) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    /** A message on its way. */
    private record Flight(
            MessageKind kind, Presentation presentation, Signal signal, int from, long sequence, int to) {}

    private record Arrived(Flight flight, long moment) {}

    /** A layer that handles one message at a time, in the order in which they came. */
    private static final class Station {
        final Queue<Arrived> waiting = new ArrayDeque<>();
        boolean busy;
        long handled;
    }

    /** What a layer sends when it has handled a message. */
    private final class Post implements Outbox {
        private final int place;
        private final Presentation presentation;

        Post(int place, Presentation presentation) {
            this.place = place;
            this.presentation = presentation;
        }

        @Override
        public void send(MessageKind kind, int to, Signal signal) {
            carry(new Flight(
                    kind, presentation, signal, place, layers.get(place - 1).sent(), to));
        }

        @Override
        public void setAside(Runnable work) {
            work.run();
        }

        @Override
        public void report(Report report) {
            if (report instanceof Report.Completed) {
                alive.remove(report.presentation().number());
            }
        }
    }
}
