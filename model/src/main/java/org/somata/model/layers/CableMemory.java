package org.somata.model.layers;

import java.util.Map;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;

/** What the lower end of a cable knows of one presentation: h_i as it was heard, its probe, and the reply to that. */
final class CableMemory extends Memory {
    private static final String ACTIVATION = "activation-above";
    private static final String PROBE = "probe";
    private static final String IMAGE = "image";

    private final Decoder activations;
    private final Buffer probes;
    private final Decoder images;
    private Matrix probe;
    private Matrix image;

    private CableMemory(Buffer reconstructions, Buffer below, Decoder activations, Buffer probes, Decoder images) {
        super(reconstructions, below);
        this.activations = activations;
        this.probes = probes;
        this.images = images;
    }

    /** @param keeps whether what is heard has to be kept, and not only decoded */
    static CableMemory of(Mapping feedback, int rows, boolean bits, boolean keeps) {
        Kernels kernels = feedback.kernels();
        return new CableMemory(
                new Buffer(kernels, rows, feedback.outputs()),
                new Buffer(kernels, rows, feedback.outputs()),
                decoder(kernels, rows, feedback.inputs(), bits, keeps),
                new Buffer(kernels, rows, feedback.outputs()),
                decoder(kernels, rows, feedback.inputs(), bits, keeps));
    }

    private static Decoder decoder(Kernels kernels, int rows, int units, boolean bits, boolean keeps) {
        return keeps ? Decoder.keeping(kernels, rows, units) : Decoder.of(bits, kernels, rows, units);
    }

    /** Begins to remember a presentation in place of the one before: nothing has been heard of it. */
    void openFor(Presentation next) {
        open(next);
        probe = null;
        image = null;
    }

    /** Where the next probe goes, h_{i−1} + ε: B × n_{i−1}. */
    Matrix roomForProbe(int examples) {
        probe = probes.rows(examples);
        return probe;
    }

    /** The probe; null if there was none. */
    Matrix probe() {
        return probe;
    }

    /** f_i of the probe has come, or word that there was none. */
    void reply(Signal reply) {
        image = reply.hasValues() ? images.of(reply) : null;
    }

    /** f_i of the probe as it was heard, B × n_i; null if there was none. */
    Matrix image() {
        return image;
    }

    /** h_i as it was heard. */
    Matrix activation(Signal heard) {
        return activations.of(heard);
    }

    /** Adds what is known between two messages. */
    void collect(Map<String, Signal> signals) {
        if (hasActivation()) {
            signals.put(ACTIVATION, new Signal.Real(activation()));
        }
        if (probe != null) {
            signals.put(PROBE, new Signal.Real(probe));
        }
        if (image != null) {
            signals.put(IMAGE, new Signal.Real(image));
        }
    }

    /** Takes what {@link #collect} gave of a presentation that its layer remembers. */
    void restore(LayerMemory own, Map<String, Signal> signals) {
        openFor(own.presentation());
        if (signals.containsKey(ACTIVATION)) {
            know(own.activation(), activations.copyOf(signals.get(ACTIVATION)));
        }
        probe = signals.containsKey(PROBE) ? probes.copyOf(signals.get(PROBE)) : null;
        image = signals.containsKey(IMAGE) ? images.copyOf(signals.get(IMAGE)) : null;
    }
}
