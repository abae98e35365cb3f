package org.somata.model.layers;

import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;

/** What a layer remembers of one presentation under way, and where it decodes what it hears of it. */
final class LayerMemory extends Memory {
    private final Kernels kernels;
    private final Buffer activations;
    private final Buffer refreshed;
    private final Decoder heardInput;
    private final Decoder heardCredit;
    private final Decoder credits;
    private Versions versions;

    /**
     * Where signals are decoded.
     *
     * @param input for an input that comes as bits
     * @param credit for a credit that does
     * @param understood for a credit that is put together from what was heard
     */
    record Decoders(Decoder input, Decoder credit, Decoder understood) {}

    LayerMemory(Kernels kernels, int examples, int units, int unitsBelow, Decoders decoders) {
        super(kernels, examples, unitsBelow);
        this.kernels = kernels;
        activations = new Buffer(kernels, examples, units);
        refreshed = new Buffer(kernels, examples, units);
        heardInput = decoders.input;
        heardCredit = decoders.credit;
        credits = decoders.understood;
    }

    /** Begins to remember a presentation in place of the one before: its input and a place for its activation. */
    void begin(Presentation next, Signal heard, Versions now) {
        Matrix input = heardInput.of(heard);
        begin(next, input, activations.rows(input.rows()));
        versions = now;
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

    /** The layer's versions when the activation left. */
    Versions versions() {
        return versions;
    }
}
