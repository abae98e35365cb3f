package org.somata.model.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Outcome;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Transmitter;
import org.somata.model.signals.Update;

/**
 * The mathematics of one layer: it owns its weights, handles one message at a time, and tells the result on through the
 * outbox that it is handed. It belongs to exactly one actor or loop; nothing in it is safe for two threads at once.
 */
public abstract class Layer {
    private final Wiring wiring;
    private final Kernels kernels;
    private final Mapping forward;
    private final Transmitter up;
    private final Transmitter upInEvaluation;
    private final Transmitter down;
    private final Memories learning;
    private final TwoByTurns evaluating;
    private final Buffer[] ownScratch;
    private final Buffer[] belowScratch;
    private final Tally tally = new Tally();
    private long sent;

    /** @param direct whether credit comes directly from the output layer, and says something of its units */
    Layer(Wiring wiring, Mapping forward, boolean direct) {
        this.wiring = wiring;
        this.kernels = forward.kernels();
        this.forward = forward;
        this.up = wiring.up(kernels);
        this.upInEvaluation = wiring.upInEvaluation(kernels);
        this.down = wiring.down(kernels);
        Rooms rooms = new Rooms(wiring, forward, direct);
        this.learning = wiring.recall().isPresent()
                ? new BoundedMemories(
                        wiring.recall().get().presentations(),
                        rooms::forAnyNumber,
                        this::needs,
                        () -> tally().add(Tally.FORGOTTEN, 1))
                : new TwoByTurns(rooms::ofOneOfTwo);
        this.evaluating = new TwoByTurns(rooms::ofEvaluation);
        int rows = wiring.learningRows();
        ownScratch = scratch(rows, forward.outputs());
        belowScratch = scratch(rows, forward.inputs());
    }

    private Buffer[] scratch(int examples, int units) {
        return new Buffer[] {new Buffer(kernels, examples, units), new Buffer(kernels, examples, units)};
    }

    /**
     * Handles one message: acts on it (computes, sends, learns), unless it is a copy of one handled before, or belongs to
     * what is no longer remembered.
     *
     * @throws IllegalArgumentException if a layer of this sort has no use for such a message
     */
    public final Outcome handle(MessageKind kind, Presentation presentation, Signal signal, Outbox out) {
        Outcome outcome = memories(presentation).admit(kind, presentation);
        switch (outcome) {
            case HANDLED -> act(kind, presentation, signal, out);
            case DUPLICATE -> tally.dropped(Tally.DUPLICATE, kind);
            default -> tally.dropped(Tally.EXPIRED, kind);
        }
        return outcome;
    }

    /** Computes, sends, learns. */
    abstract void act(MessageKind kind, Presentation presentation, Signal signal, Outbox out);

    /** The kinds of message about the same presentation that must have come before one of a kind: their bits. */
    int needs(MessageKind kind) {
        return 0;
    }

    /** i: layers are numbered from 1, the input is 0. */
    public final int place() {
        return wiring.place();
    }

    final Wiring wiring() {
        return wiring;
    }

    /** The sender's end of the link to the layer above, in learning. */
    final Transmitter up() {
        return up;
    }

    public final Kernels kernels() {
        return kernels;
    }

    /** f_i. */
    public final Mapping forward() {
        return forward;
    }

    /** What the layer has counted since it was last cleared. */
    public final Tally tally() {
        return tally;
    }

    /** Every array that the future depends on, by its name in a checkpoint: W, b, V, c, and the optimisers' averages. */
    public Map<String, Matrix> arrays() {
        Map<String, Matrix> arrays = new LinkedHashMap<>();
        forward.collect(arrays);
        return arrays;
    }

    /** Updates so far of W and V: as arrays, what a checkpoint must hold. */
    public Versions versions() {
        return new Versions(forward.version(), 0, 0);
    }

    public void restore(Versions versions) {
        forward.version(versions.forward());
    }

    /** Messages of learning that it has sent so far: what a checkpoint must hold too. */
    public final long sent() {
        return sent;
    }

    public final void sent(long messages) {
        sent = messages;
    }

    /** What it knows of presentations under way in learning, between two messages; nothing in lockstep. */
    public final Recollection recollection() {
        return learning.recollection();
    }

    /** Takes what {@link #recollection} gave in place of all that it knows. */
    public final void restore(Recollection recollection) {
        learning.restore(recollection);
        recollection.remembered().forEach(known -> restored(remembered(known.presentation()), known.signals()));
    }

    /** Hears of what is known of a presentation again. */
    void restored(LayerMemory memory, Map<String, Signal> signals) {}

    private LayerMemory remembered(Presentation presentation) {
        return learning.of(presentation).orElseThrow();
    }

    /** Begins the running averages anew at the present weights, as a network does whose weights were given to it. */
    public void beginAverages() {
        forward.beginAverage();
    }

    /** What the layer remembers of a presentation; in lockstep, or has room to. */
    public final Memory memory(Presentation presentation) {
        return memories(presentation) instanceof TwoByTurns turns
                ? turns.at(presentation)
                : learning.of(presentation).orElseThrow();
    }

    private Memories memories(Presentation presentation) {
        return presentation.purpose() == Purpose.EVALUATE ? evaluating : learning;
    }

    /** Where a presentation is remembered, from now on or already. */
    final LayerMemory open(Presentation presentation) {
        return memories(presentation).open(presentation);
    }

    /** The input of a presentation has come. */
    final LayerMemory hear(Presentation presentation, Signal input, Outbox out) {
        LayerMemory memory = open(presentation);
        memory.hear(input, versions(), out.now());
        return memory;
    }

    /** What the layer remembers of a presentation whose activation it has computed. */
    final LayerMemory remembered(MessageKind kind, Presentation presentation) {
        return memories(presentation)
                .of(presentation)
                .orElseThrow(() -> new IllegalArgumentException(getClass().getSimpleName() + " " + place()
                        + " does not remember presentation " + presentation.number() + " (" + presentation.purpose()
                        + "), of a message '" + kind.label() + "'"));
    }

    /** The layer has no more to do with a presentation. */
    final void over(Presentation presentation) {
        memories(presentation).over(presentation);
    }

    /** Counts what became of a message on its link: it was sent once, but is lost, or arrives more than once. */
    public final void carried(MessageKind kind, Signal signal, Presentation presentation, int arriving) {
        if (arriving == 0) {
            tally.lost(kind);
        }
        for (int copy = 1; copy < arriving; copy++) {
            tally.sent(kind, signal.bits(), presentation.purpose());
        }
    }

    /** The lower end of the link to this layer, for what tells it activations that no layer is: the input. */
    public final Transmitter inputEnd(boolean evaluation) {
        return wiring.inputEnd(kernels, evaluation);
    }

    /** What the layer above would hear of these activations, in learning: B × n_i, perhaps in {@code room}. */
    public final Matrix heardAbove(Presentation presentation, Matrix activations, Matrix room) {
        return up.signal(MessageKind.ACTIVATION, presentation, activations).heard(room);
    }

    /** Arrays that this layer holds for the one above it, by their names there: V and c, where they live at its end. */
    public Map<String, Matrix> arraysOfLayerAbove() {
        return Map.of();
    }

    /** A buffer of B × n_i for the inside of one computation; two there are. */
    public final Matrix ownScratch(int number, int examples) {
        return ownScratch[number].rows(examples);
    }

    /** A buffer of B × n_{i−1} for the inside of one computation; two there are. */
    public final Matrix belowScratch(int number, int examples) {
        return belowScratch[number].rows(examples);
    }

    /** Sends values over a link, as they cross it. */
    final void send(Outbox out, MessageKind kind, int to, Presentation presentation, Matrix values) {
        send(out, kind, to, presentation, signal(kind, presentation, values));
    }

    /** What crosses the link that this kind of message takes. */
    final Signal signal(MessageKind kind, Presentation presentation, Matrix values) {
        Transmitter end = down;
        if (kind.direction() == MessageKind.Direction.FORWARD) {
            end = presentation.purpose() == Purpose.EVALUATE ? upInEvaluation : up;
        }
        return end.signal(kind, presentation, values);
    }

    final void send(Outbox out, MessageKind kind, int to, Presentation presentation, Signal signal) {
        tally.sent(kind, signal.bits(), presentation.purpose());
        if (presentation.purpose().learns()) {
            sent++;
        }
        out.send(kind, to, signal);
    }

    /**
     * W learns from the gradient by the preactivations, at once or when enough of them have been gathered.
     *
     * @param loss that the gradient is of, to be told; NaN where the rule has none
     */
    final void learnForward(LayerMemory memory, Matrix delta, double loss, Outbox out) {
        if (!acts(memory.presentation())) {
            tally.add(Tally.MISSED, 1);
            return;
        }
        forward.takeGradient(delta, memory.input());
        if (!memory.presentation().purpose().learnsForward()) {
            return;
        }
        if (!forward.gather(forward.version() - memory.versions().forward())) {
            return;
        }
        if (wiring.recall().isPresent()) {
            tally.add(Tally.AGE, out.now() - memory.left());
        }
        long staleness = forward.staleness();
        tally.add(Tally.STALENESS, staleness);
        double change = forward.descend(memory.presentation().moment());
        tally.add(Tally.UPDATE_NORM, change);
        out.updated(new Update(memory.presentation(), place(), false, forward.version(), staleness, loss, change));
        requireFinite(change, "the update of W", memory, out);
    }

    /** Whether W learns from the credit of a presentation: p_update. */
    private boolean acts(Presentation presentation) {
        return wiring.recall()
                .map(recall -> recall.acts(wiring.seed(), place(), presentation.number()))
                .orElse(true);
    }

    final void requireFinite(double value, String what, Memory memory, Outbox out) {
        if (!Double.isFinite(value)) {
            out.report(new Report.Diverged(memory.presentation(), place(), what));
        }
    }

    final IllegalArgumentException unexpected(MessageKind kind, Presentation presentation) {
        return new IllegalArgumentException(getClass().getSimpleName() + " " + place() + " has no use for a message '"
                + kind.label() + "' of presentation " + presentation.number() + " ("
                + presentation.purpose() + ")");
    }
}
