package org.somata.model.layers;

import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;

/**
 * The upper end of a cable: the feedback mapping g_i lives at its lower end and learns from what f_i, here, makes of the
 * probes that come up.
 */
final class CableTop {
    private final Mapping forward;
    private final Decoder probe;
    private final Buffer[] images = new Buffer[Presentation.SLOTS];

    /** @param wiring of the layer above, at which this is */
    CableTop(Wiring wiring, Mapping forward) {
        Kernels kernels = forward.kernels();
        int rows = wiring.learningRows();
        this.forward = forward;
        this.probe = Decoder.of(!wiring.below().forward().isReal(), kernels, rows, forward.inputs());
        for (int i = 0; i < Presentation.SLOTS; i++) {
            images[i] = new Buffer(kernels, rows, forward.outputs());
        }
    }

    /** f_i of the probe; it stays as it is while the presentation is under way. */
    Matrix image(Presentation presentation, Signal signal) {
        Matrix image = images[presentation.slot()].rows(signal.examples());
        forward.apply(probe.of(signal), image);
        return image;
    }
}
