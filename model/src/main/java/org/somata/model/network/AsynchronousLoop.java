package org.somata.model.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.somata.model.Examples;
import org.somata.model.layers.Batches;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Tally;
import org.somata.model.learning.Decaying;
import org.somata.model.signals.MessageId;
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
    private final Map<MessageId, Parcel> underWay = new HashMap<>();
    private final List<Heard> heard;
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
        this.heard = layers.stream().map(layer -> new Heard(Heard.CLOCKLESS)).toList();
    }

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
            if (entered < pass.presentations() && watcher.stopRequested()) {
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
        MessageId id = new MessageId(from, sequence);
        int copies = fate.copies(kind, from, sequence, to);
        for (int copy = 1; copy < copies; copy++) {
            signal.retain();
        }
        if (copies == 0) {
            signal.release();
        } else {
            underWay.put(id, new Parcel(to, id, kind, presentation, signal, copies));
        }
        return copies;
    }

    private void handle(Handling handling) {
        Parcel parcel = take(handling);
        heard.get(handling.place() - 1).add(parcel.id(), parcel.presentation().number());
        Layer layer = layers.get(handling.place() - 1);
        Outcome outcome;
        try {
            outcome = layer.handle(
                    parcel.kind(),
                    parcel.presentation(),
                    parcel.signal(),
                    new Post(layer, handling, parcel.presentation()));
        } catch (RuntimeException failure) {
            throw new LayerFailedException(layer.place(), parcel.presentation().number(), failure);
        }
        handling.require(outcome);
        parcel.signal().release();
    }

    /** The message that is to be handled, one copy of it. */
    private Parcel take(Handling handling) {
        MessageId id = new MessageId(handling.sender(), handling.sequence());
        Parcel parcel = underWay.remove(id);
        if (parcel == null) {
            throw new IllegalStateException(
                    "nobody sent " + id + ", which layer " + handling.place() + " is to handle");
        }
        if (parcel.copies() > 1) {
            underWay.put(id, parcel.with(parcel.copies() - 1));
        }
        return parcel;
    }

    @Override
    public Optional<InFlight> inFlight() {
        return Optional.of(new InFlight(
                underWay.values().stream().sorted(Parcel.IN_ORDER).toList(),
                heard.stream().map(Heard::all).toList()));
    }

    @Override
    public void goOn(InFlight inFlight, List<Pass> passes, int entered) {
        started = true;
        timetable.goTo(passes, entered);
        inFlight.parcels().forEach(parcel -> underWay.put(parcel.id(), parcel));
        for (int i = 0; i < heard.size(); i++) {
            heard.get(i).restore(inFlight.heard().get(i));
        }
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
