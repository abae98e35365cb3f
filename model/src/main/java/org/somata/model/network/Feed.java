package org.somata.model.network;

import org.somata.model.Examples;
import org.somata.model.layers.Batches;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Tally;
import org.somata.model.learning.Decaying;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Transmission;
import org.somata.model.signals.Transmitter;

/** Makes the inputs of a pass's presentations, in two buffers by turns: two may be under way at a time. */
public final class Feed {
    /** The place of the input. */
    public static final int INPUT = 0;

    private static final int SLOTS = 2;

    private final Kernels kernels;
    private final Decaying inputNoise;
    private final long seed;
    private final int features;
    private final Matrix[] full = new Matrix[SLOTS];
    private final Matrix[] inputs = new Matrix[SLOTS];
    private final float[] rows;
    private final Transmitter end;
    private final Tally tally = new Tally();

    /** The inputs of learning for the layer that hears them; those of evaluation have no noise. */
    public static Feed to(Layer first, Batches batches, Decaying inputNoise, long seed, boolean evaluation) {
        int batch = evaluation ? batches.evaluation() : batches.learning();
        int features = first.forward().inputs();
        return new Feed(first.kernels(), features, batch, inputNoise, seed, first.inputEnd(evaluation));
    }

    /** Inputs that cross their link as they are. */
    public Feed(Kernels kernels, int features, int batch, Decaying inputNoise, long seed) {
        this(
                kernels,
                features,
                batch,
                inputNoise,
                seed,
                new Transmitter(Transmission.REAL, seed, Chance.Purpose.BITS, 0, 1));
    }

    /**
     * @param inputNoise σ of Gaussian noise on the inputs of presentations that learn
     * @param end the lower end of the link to layer 1
     */
    private Feed(Kernels kernels, int features, int batch, Decaying inputNoise, long seed, Transmitter end) {
        this.end = end;
        this.kernels = kernels;
        this.inputNoise = inputNoise;
        this.seed = seed;
        this.features = features;
        this.rows = new float[Math.multiplyExact(batch, features)];
        for (int slot = 0; slot < SLOTS; slot++) {
            full[slot] = kernels.matrix(batch, features);
            inputs[slot] = full[slot];
        }
    }

    /** The input of a presentation, h_0: B × features. Overwrites that of the presentation before the last. */
    public Signal input(Pass pass, int index) {
        Presentation presentation = pass.presentation(index);
        Examples examples = pass.examples();
        for (int row = 0; row < presentation.examples(); row++) {
            examples.copyInput(pass.order()[index * pass.batch() + row], rows, row * features);
        }
        int slot = index % SLOTS;
        if (inputs[slot].rows() != presentation.examples()) {
            inputs[slot] = full[slot].firstRows(presentation.examples());
        }
        Matrix input = inputs[slot];
        input.write(rows);
        double deviation = inputNoise.at(presentation.moment());
        if (deviation > 0
                && presentation.purpose().learnsForward()
                        | presentation.purpose().learnsFeedback()) {
            long key = Chance.key(seed, Chance.Purpose.INPUT_NOISE, 0, presentation.number());
            kernels.addNoise(input, deviation, key, input);
        }
        Signal signal = end.signal(MessageKind.ACTIVATION, presentation, input);
        tally.sent(MessageKind.ACTIVATION, signal.bits(), presentation.purpose());
        return signal;
    }

    /** Counts what became of an input on its link, as {@link Layer#carried} does. */
    public void carried(Signal input, Presentation presentation, int arriving) {
        if (arriving == 0) {
            tally.lost(MessageKind.ACTIVATION);
        }
        for (int copy = 1; copy < arriving; copy++) {
            tally.sent(MessageKind.ACTIVATION, input.bits(), presentation.purpose());
        }
    }

    /** What the input has sent since this was last cleared. */
    public Tally tally() {
        return tally;
    }
}
