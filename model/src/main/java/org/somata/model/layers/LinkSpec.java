package org.somata.model.layers;

import org.somata.model.signals.Transmission;

/**
 * The link between a layer and the one below it.
 *
 * @param forward of activations, probes and refreshes
 * @param feedback of targets, gradients, feedback activations and probe replies
 * @param evaluation of activations when the network is evaluated
 * @param feedbackAtReceiver whether the feedback mapping lives at the link's lower end and hears what crosses it (the
 *     cable of Figure 3), rather than with the layer above
 */
public record LinkSpec(
        Transmission forward, Transmission feedback, Transmission evaluation, boolean feedbackAtReceiver) {
    /** Real values in both directions. */
    public static final LinkSpec REAL = new LinkSpec(Transmission.REAL, Transmission.REAL, Transmission.REAL, false);
}
