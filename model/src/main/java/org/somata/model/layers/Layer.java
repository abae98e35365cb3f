package org.somata.model.layers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
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
    private final LayerMemory[] learning = new LayerMemory[Presentation.SLOTS];
    private final LayerMemory[] evaluating = new LayerMemory[Presentation.SLOTS];
    private final Buffer[] ownScratch;
    private final Buffer[] belowScratch;
    private final Tally tally = new Tally();
    private long sent;

    /** @param direct whether credit comes directly from the output layer, and says something of its units */
    Layer(Wiring wiring, Mapping forward, boolean direct) {
        this.wiring = wiring;
        this.kernels = forward.kernels();
        this.forward = forward;
        this.up = wiring.up();
        this.upInEvaluation = wiring.upInEvaluation();
        this.down = wiring.down();
        int rows = wiring.learningRows();
        LinkSpec creditLink = direct ? wiring.top() : wiring.above();
        int creditUnits = direct ? wiring.classes() : forward.outputs();
        boolean creditIsOwn = !wiring.above().feedbackAtReceiver();
        boolean understood = creditIsOwn && !wiring.above().forward().isReal();
        for (int i = 0; i < Presentation.SLOTS; i++) {
            LayerMemory.Decoders all = new LayerMemory.Decoders(
                    decoder(!wiring.below().forward().isReal(), rows, forward.inputs()),
                    decoder(creditIsOwn && !creditLink.feedback().isReal(), wiring.learningRowsAbove(), creditUnits),
                    decoder(understood, rows, forward.outputs()));
            learning[i] = new LayerMemory(kernels, rows, forward.outputs(), forward.inputs(), all);
            LayerMemory.Decoders ofInput = new LayerMemory.Decoders(
                    decoder(!wiring.below().evaluation().isReal(), wiring.evaluationRows(), forward.inputs()),
                    decoder(false, 0, 0),
                    decoder(false, 0, 0));
            evaluating[i] = new LayerMemory(kernels, wiring.evaluationRows(), forward.outputs(), 1, ofInput);
        }
        ownScratch = scratch(rows, forward.outputs());
        belowScratch = scratch(rows, forward.inputs());
    }

    private Decoder decoder(boolean needed, int examples, int units) {
        return Decoder.of(needed, kernels, examples, units);
    }

    private Buffer[] scratch(int examples, int units) {
        return new Buffer[] {new Buffer(kernels, examples, units), new Buffer(kernels, examples, units)};
    }

    /**
     * Acts on one message: computes, sends, learns.
     *
     * @throws IllegalArgumentException if a layer of this sort has no use for such a message
     */
    public abstract void handle(MessageKind kind, Presentation presentation, Signal signal, Outbox out);

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

    /** Begins the running averages anew at the present weights, as a network does whose weights were given to it. */
    public void beginAverages() {
        forward.beginAverage();
    }

    /** What the layer remembers of a presentation, or has room to. */
    public final Memory memory(Presentation presentation) {
        return own(presentation);
    }

    final LayerMemory own(Presentation presentation) {
        LayerMemory[] memories = presentation.purpose() == Purpose.EVALUATE ? evaluating : learning;
        return memories[presentation.slot()];
    }

    /** What the layer remembers of a presentation whose activation it has computed. */
    final LayerMemory remembered(MessageKind kind, Presentation presentation) {
        LayerMemory memory = own(presentation);
        if (!presentation.equals(memory.presentation())) {
            throw new IllegalArgumentException(getClass().getSimpleName() + " " + place()
                    + " does not remember presentation " + presentation.number() + " (" + presentation.purpose()
                    + "), of a message '" + kind.label() + "'");
        }
        return memory;
    }

    /** The lower end of the link to this layer, for what tells it activations that no layer is: the input. */
    public final Transmitter inputEnd(boolean evaluation) {
        return Wiring.upwards(wiring.batches(), wiring.links(), wiring.seed(), wiring.place() - 1, evaluation);
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
     * W learns from the gradient by the preactivations.
     *
     * @param loss that the gradient is of, to be told; NaN where the rule has none
     */
    final void learnForward(LayerMemory memory, Matrix delta, double loss, Outbox out) {
        forward.takeGradient(delta, memory.input());
        if (!memory.presentation().purpose().learnsForward()) {
            return;
        }
        long staleness = forward.version() - memory.versions().forward();
        tally.add(Tally.STALENESS, staleness);
        double change = forward.descend(memory.presentation().moment());
        tally.add(Tally.UPDATE_NORM, change);
        out.updated(new Update(memory.presentation(), place(), false, forward.version(), staleness, loss, change));
        requireFinite(change, "the update of W", memory, out);
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
