package org.somata.model.layers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;

/** What a layer remembers of one presentation under way, and where it decodes what it hears of it. */
final class LayerMemory extends Memory {
    private static final String INPUT = "input";
    private static final String ACTIVATION = "activation";
    private static final String TOLD = "told";
    private static final Versions NO_VERSIONS = new Versions(0, 0);

    private final Kernels kernels;
    private final Buffer activations;
    private final Buffer refreshed;
    private final Decoder heardInput;
    private final Decoder heardCredit;
    private final Decoder credits;
    private CableMemory cable;
    private Signal told;
    private int[] labels;
    private Versions versions;
    private long left;

    /**
     * Where the layer puts what it hears and what follows.
     *
     * @param reconstructions for g_i(h_i)
     * @param below for the credit for the layer below
     * @param activations for h_i
     * @param refreshed for h_i after learning
     * @param input for an input that has to be decoded, or kept
     * @param credit for a credit that has
     * @param understood for a credit that is put together from what was heard
     */
    record Rooms(
            Buffer reconstructions,
            Buffer below,
            Buffer activations,
            Buffer refreshed,
            Decoder input,
            Decoder credit,
            Decoder understood) {}

    LayerMemory(Kernels kernels, Rooms rooms) {
        super(rooms.reconstructions, rooms.below);
        this.kernels = kernels;
        activations = rooms.activations;
        refreshed = rooms.refreshed;
        heardInput = rooms.input;
        heardCredit = rooms.credit;
        credits = rooms.understood;
    }

    /** What is known of the presentation between two messages. */
    Recollection.Remembered remembered() {
        Map<String, Signal> signals = new LinkedHashMap<>();
        if (hasActivation()) {
            signals.put(INPUT, new Signal.Real(input()));
            signals.put(ACTIVATION, new Signal.Real(activation()));
            // real numbers that were told are the activation itself
            if (told instanceof Signal.Packed) {
                signals.put(TOLD, told);
            }
        }
        if (cable != null) {
            cable.collect(signals);
        }
        return new Recollection.Remembered(
                presentation(),
                versions == null ? NO_VERSIONS : versions,
                left,
                labels == null ? null : Arrays.copyOf(labels, presentation().examples()),
                signals);
    }

    /** Takes what {@link #remembered} gave for a presentation that this is open for. */
    void restore(Recollection.Remembered known) {
        versions = known.versions();
        left = known.left();
        labels = known.labels();
        Map<String, Signal> signals = known.signals();
        if (signals.containsKey(ACTIVATION)) {
            Matrix input = heardInput.copyOf(signals.get(INPUT));
            know(input, activations.copyOf(signals.get(ACTIVATION)));
            told = signals.get(TOLD);
        }
    }

    /** Begins to remember a presentation in place of the one before, of which nothing is known yet. */
    void openFor(Presentation next) {
        open(next);
        labels = null;
        told = null;
        versions = null;
        left = 0;
        if (cable != null) {
            cable.openFor(next);
        }
    }

    /**
     * The input has come; there is a place for the activation.
     *
     * @param now the layer's versions
     * @param moment in the run's own clock
     */
    void hear(Signal heard, Versions now, long moment) {
        Matrix input = heardInput.of(heard);
        know(input, activations.rows(input.rows()));
        versions = now;
        left = moment;
    }

    /** The input heard again after the layer below has learned, and a place for the activation that follows from it. */
    void refresh(Signal heard) {
        know(heardInput.of(heard), refreshed.rows(rows()));
    }

    /** A place for the activation that follows once the layer itself has learned. */
    void refresh() {
        know(input(), refreshed.rows(rows()));
    }

    Kernels kernels() {
        return kernels;
    }

    /** What has come from above, as it was heard. */
    Matrix hearCredit(Signal heard) {
        return heardCredit.of(heard);
    }

    /** Where a credit may be put together from what was heard: B × n_i. */
    Matrix roomForCredit() {
        return credits.rows(rows());
    }

    /** What was sent up of the activation. */
    Signal told() {
        return told;
    }

    void told(Signal sent) {
        told = sent;
    }

    /** The classes that the teacher has told, the output layer alone; null if none have come. */
    int[] labels() {
        return labels;
    }

    void labels(int[] classes) {
        labels = classes;
    }

    /** What is known of it at the lower end of a cable, where there is one. */
    CableMemory cable() {
        return cable;
    }

    void cable(CableMemory end) {
        cable = end;
    }

    /** The layer's versions when the activation left. */
    Versions versions() {
        return versions;
    }

    /** When that was, in the run's own clock. */
    long left() {
        return left;
    }
}
