package org.somata.model.network;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.somata.model.Examples;
import org.somata.model.layers.Batches;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Tally;
import org.somata.model.learning.Decaying;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Outcome;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;

/**
 * The oracle without a global clock: a plain loop that executes a timetable over the layers, one handling after the
 * other. A network of actors that follows the same timetable must agree with it byte for byte.
 */
public final class AsynchronousLoop implements Network {
    private final List<Layer> layers;
    private final Timetable timetable;
    private final Fate fate;
    private final Feed feed;
    private final SequentialNetwork evaluation;
    private final Map<Id, Queue<Parcel>> underWay = new HashMap<>();
    private boolean started;
    private Report.Diverged diverged;

    /**
     * @param lockstep in which it is evaluated
     * @param fate of messages, as the timetable knows it
     * @param inputNoise σ of the noise on the inputs of learning, drawn by {@code seed}
     */
    public AsynchronousLoop(
            List<Layer> layers,
            Schedule lockstep,
            Timetable timetable,
            Fate fate,
            Batches batches,
            Decaying inputNoise,
            long seed) {
        this.layers = List.copyOf(layers);
        this.timetable = timetable;
        this.fate = fate;
        this.feed = Feed.to(layers.get(0), batches, inputNoise, seed, false);
        this.evaluation = new SequentialNetwork(layers, lockstep, batches, inputNoise, seed);
    }

    /** A message's sender and that one's count of messages. */
    private record Id(int sender, long sequence) {}

    private record Parcel(MessageKind kind, Presentation presentation, Signal signal) {}

    @Override
    public int learn(Pass pass, int from, Watcher watcher) {
        pass.requireBeginning(from);
        if (!started) {
            timetable.start(layers.stream().map(Layer::sent).toList());
            started = true;
        }
        timetable.begin(pass, from);
        int entered = from;
        Timetable.Window window;
        do {
            if (watcher.stopRequested()) {
                return entered;
            }
            window = timetable.next();
            window.entering().forEach(entering -> enter(pass, entering.index()));
            window.handlings().forEach(this::handle);
            if (diverged != null) {
                throw new DivergedException(diverged);
            }
            entered += window.entering().size();
            watcher.completed(entered);
        } while (!window.last());
        return entered;
    }

    private void enter(Pass pass, int index) {
        Presentation presentation = pass.presentation(index);
        Signal input = feed.input(pass, index);
        int copies = carry(Feed.INPUT, presentation.number(), MessageKind.ACTIVATION, 1, presentation, input);
        feed.carried(input, presentation, copies);
        Signal labels = Labels.of(pass, index);
        carry(Labels.TEACHER, presentation.number(), MessageKind.LABEL, layers.size(), presentation, labels);
    }

    /** Puts what arrives where its handling finds it; returns how many copies do. */
    private int carry(int from, long sequence, MessageKind kind, int to, Presentation presentation, Signal signal) {
        int copies = fate.copies(kind, from, sequence, to);
        Queue<Parcel> parcels = new ArrayDeque<>(2);
        for (int copy = 0; copy < copies; copy++) {
            if (copy > 0) {
                signal.retain();
            }
            parcels.add(new Parcel(kind, presentation, signal));
        }
        if (copies == 0) {
            signal.release();
        } else {
            underWay.put(new Id(from, sequence), parcels);
        }
        return copies;
    }

    private void handle(Handling handling) {
        Id id = new Id(handling.sender(), handling.sequence());
        Queue<Parcel> parcels = underWay.get(id);
        if (parcels == null) {
            throw new IllegalStateException(
                    "nobody sent " + id + ", which layer " + handling.place() + " is to handle");
        }
        Parcel parcel = parcels.remove();
        if (parcels.isEmpty()) {
            underWay.remove(id);
        }
        Layer layer = layers.get(handling.place() - 1);
        Outcome outcome;
        try {
            outcome = layer.handle(
                    parcel.kind, parcel.presentation, parcel.signal, new Post(layer, handling, parcel.presentation));
        } catch (RuntimeException failure) {
            throw new LayerFailedException(layer.place(), parcel.presentation.number(), failure);
        }
        handling.require(outcome);
        parcel.signal.release();
    }

    @Override
    public Evaluation evaluate(Examples examples) {
        return evaluation.evaluate(examples);
    }

    @Override
    public void visit(Consumer<Layer> visitor) {
        layers.forEach(visitor);
    }

    @Override
    public Tally input() {
        return feed.tally();
    }

    @Override
    public void close() {}

    private final class Post implements Outbox {
        private final Layer layer;
        private final Handling handling;
        private final Presentation presentation;

        Post(Layer layer, Handling handling, Presentation presentation) {
            this.layer = layer;
            this.handling = handling;
            this.presentation = presentation;
        }

        @Override
        public long now() {
            return handling.started();
        }

        @Override
        public void send(MessageKind kind, int to, Signal signal) {
            layer.carried(
                    kind, signal, presentation, carry(layer.place(), layer.sent(), kind, to, presentation, signal));
        }

        @Override
        public void setAside(Runnable work) {
            work.run();
        }

        @Override
        public void report(Report report) {
            if (report instanceof Report.Diverged first && diverged == null) {
                diverged = first;
            }
        }
    }
}
