package org.somata.model.layers;

import org.somata.model.numerics.Kernels;

/** Makes the memories of a layer: where it puts what it hears of a presentation and what follows from it. */
final class Rooms {
    private final Kernels kernels;
    private final Wiring wiring;
    private final int rows;
    private final int units;
    private final int unitsBelow;
    private final LinkSpec creditLink;
    private final int creditUnits;
    private final boolean creditIsOwn;
    private LayerMemory.Rooms shared;

    /** @param direct whether credit comes directly from the output layer, and says something of its units */
    Rooms(Wiring wiring, Mapping forward, boolean direct) {
        this.kernels = forward.kernels();
        this.wiring = wiring;
        this.rows = wiring.learningRows();
        this.units = forward.outputs();
        this.unitsBelow = forward.inputs();
        this.creditLink = direct ? wiring.top() : wiring.above();
        this.creditUnits = direct ? wiring.classes() : units;
        this.creditIsOwn = !wiring.above().feedbackAtReceiver();
    }

    /** In lockstep: all of it is there for each presentation under way. */
    LayerMemory ofOneOfTwo() {
        return new LayerMemory(
                kernels,
                new LayerMemory.Rooms(
                        buffer(unitsBelow),
                        buffer(unitsBelow),
                        buffer(units),
                        buffer(units),
                        decoder(!wiring.below().forward().isReal(), rows, unitsBelow),
                        decoder(
                                creditIsOwn && !creditLink.feedback().isReal(),
                                wiring.learningRowsAbove(),
                                creditUnits),
                        understood()));
    }

    /**
     * Without a clock: only (h_{i−1}, h_i) are kept apart, as copies; what is made of credit lasts no longer than the
     * handling of the message that brought it.
     */
    LayerMemory forAnyNumber() {
        if (shared == null) {
            shared = new LayerMemory.Rooms(
                    buffer(unitsBelow),
                    buffer(unitsBelow),
                    null,
                    buffer(units),
                    null,
                    Decoder.keeping(kernels, creditIsOwn ? wiring.learningRowsAbove() : rows, creditUnits),
                    understood());
        }
        return new LayerMemory(
                kernels,
                new LayerMemory.Rooms(
                        shared.reconstructions(),
                        shared.below(),
                        buffer(units),
                        shared.refreshed(),
                        Decoder.keeping(kernels, rows, unitsBelow),
                        shared.credit(),
                        shared.understood()));
    }

    /** In evaluation nothing comes down. */
    LayerMemory ofEvaluation() {
        int evaluationRows = wiring.evaluationRows();
        Buffer none = new Buffer(kernels, evaluationRows, 1);
        return new LayerMemory(
                kernels,
                new LayerMemory.Rooms(
                        none,
                        none,
                        new Buffer(kernels, evaluationRows, units),
                        none,
                        decoder(!wiring.below().evaluation().isReal(), evaluationRows, unitsBelow),
                        decoder(false, 0, 0),
                        decoder(false, 0, 0)));
    }

    private Decoder understood() {
        return decoder(creditIsOwn && !wiring.above().forward().isReal(), rows, units);
    }

    private Buffer buffer(int columns) {
        return new Buffer(kernels, rows, columns);
    }

    private Decoder decoder(boolean needed, int examples, int columns) {
        return Decoder.of(needed, kernels, examples, columns);
    }
}
