package org.somata.model.signals;

/** What a layer tells the laboratory. */
public sealed interface Report {
    Presentation presentation();

    /** The last layer that had to act on the presentation has acted. */
    record Completed(Presentation presentation) implements Report {}

    /**
     * The last layer's judgement: the loss (in nats where it is a likelihood) and the wrong classifications, both summed
     * over the examples; NaN mistakes where nothing is classified.
     */
    record Evaluated(Presentation presentation, double cost, double mistakes) implements Report {}

    /** A loss or an update of the layer at {@code place} is no longer a finite number. */
    record Diverged(Presentation presentation, int place, String what) implements Report {}
}
