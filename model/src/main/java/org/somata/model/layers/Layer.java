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

/**
 * The mathematics of one layer: it owns its weights, handles one message at a time, and tells the result on through the
 * outbox that it is handed. It belongs to exactly one actor or loop; nothing in it is safe for two threads at once.
 */
public abstract class Layer {
    /** Presentations remembered at a time in lockstep: the next one's target proves this one's memory free. */
    private static final int MEMORIES = 2;

    private final int place;
    private final Kernels kernels;
    private final Mapping forward;
    private final Memory[] learning = new Memory[MEMORIES];
    private final Memory[] evaluating = new Memory[MEMORIES];
    private final Buffer[] ownScratch;
    private final Buffer[] belowScratch;
    private final Tally tally = new Tally();

    Layer(int place, Kernels kernels, Mapping forward, Batches batches) {
        this.place = place;
        this.kernels = kernels;
        this.forward = forward;
        for (int i = 0; i < MEMORIES; i++) {
            learning[i] = new Memory(kernels, batches.learning(), forward.outputs(), forward.inputs());
            evaluating[i] = new Memory(kernels, batches.evaluation(), forward.outputs(), 1);
        }
        ownScratch = scratch(batches.learning(), forward.outputs());
        belowScratch = scratch(batches.learning(), forward.inputs());
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
        return place;
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
        return new Versions(forward.version(), 0);
    }

    public void restore(Versions versions) {
        forward.version(versions.forward());
    }

    /** Begins the running averages anew at the present weights, as a network does whose weights were given to it. */
    public void beginAverages() {
        forward.beginAverage();
    }

    /** What the layer remembers of a presentation, or has room to. */
    public final Memory memory(Presentation presentation) {
        Memory[] memories = presentation.purpose() == Purpose.EVALUATE ? evaluating : learning;
        return memories[(int) (presentation.number() % MEMORIES)];
    }

    /** What the layer remembers of a presentation whose activation it has computed. */
    final Memory remembered(MessageKind kind, Presentation presentation) {
        Memory memory = memory(presentation);
        if (!presentation.equals(memory.presentation())) {
            throw new IllegalArgumentException(getClass().getSimpleName() + " " + place
                    + " does not remember presentation " + presentation.number() + " (" + presentation.purpose()
                    + "), of a message '" + kind.label() + "'");
        }
        return memory;
    }

    /** A buffer of B × n_i for the inside of one computation; two there are. */
    public final Matrix ownScratch(int number, int examples) {
        return ownScratch[number].rows(examples);
    }

    /** A buffer of B × n_{i−1} for the inside of one computation; two there are. */
    public final Matrix belowScratch(int number, int examples) {
        return belowScratch[number].rows(examples);
    }

    final void send(Outbox out, MessageKind kind, int to, Presentation presentation, Matrix values) {
        send(out, kind, to, presentation, new Signal.Real(values));
    }

    final void send(Outbox out, MessageKind kind, int to, Presentation presentation, Signal signal) {
        tally.sent(kind, signal.bits(), presentation.purpose());
        out.send(kind, to, signal);
    }

    /** W learns from the gradient by the preactivations. */
    final void learnForward(Memory memory, Matrix delta, double loss, Outbox out) {
        forward.takeGradient(delta, memory.input());
        if (!memory.presentation().purpose().learnsForward()) {
            return;
        }
        tally.add(Tally.STALENESS, forward.version() - memory.version());
        double change = forward.descend(memory.presentation().moment());
        tally.add(Tally.UPDATE_NORM, change);
        if (!Double.isNaN(loss)) {
            tally.add(Tally.TARGET_LOSS, loss);
        }
        requireFinite(change, "the update of W", memory, out);
    }

    final void requireFinite(double value, String what, Memory memory, Outbox out) {
        if (!Double.isFinite(value)) {
            out.report(new Report.Diverged(memory.presentation(), place, what));
        }
    }

    static Matrix real(Signal signal) {
        if (signal instanceof Signal.Real real) {
            return real.values();
        }
        throw new IllegalArgumentException(
                "expected real values, heard " + signal.getClass().getSimpleName());
    }

    final IllegalArgumentException unexpected(MessageKind kind, Presentation presentation) {
        return new IllegalArgumentException(getClass().getSimpleName() + " " + place + " has no use for a message '"
                + kind.label() + "' of presentation " + presentation.number() + " ("
                + presentation.purpose() + ")");
    }
}
