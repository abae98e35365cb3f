package org.somata.model.layers;

import java.util.List;
import java.util.Optional;
import org.somata.model.numerics.Chance.Purpose;
import org.somata.model.numerics.Kernels;
import org.somata.model.signals.Parcels;
import org.somata.model.signals.Transmission;
import org.somata.model.signals.Transmitter;

/**
 * Where a layer stands in its network: the links that end at it, and the rows that reach it over them.
 *
 * @param place i, from 1
 * @param links all of the network's, that of layer 1 to the input first
 * @param classes n_M
 * @param recall how it copes without a clock; empty in lockstep
 * @param parcels what values on their way are in without one; null in lockstep
 */
record Wiring(
        int place,
        List<LinkSpec> links,
        int classes,
        Batches batches,
        long seed,
        Optional<Recall> recall,
        Parcels parcels) {
    int depth() {
        return links.size();
    }

    /** The link to the layer below. */
    LinkSpec below() {
        return links.get(place - 1);
    }

    /** The link to the layer above; none leads on from the output. */
    LinkSpec above() {
        return place == depth() ? LinkSpec.REAL : links.get(place);
    }

    /** The link to the output layer. */
    LinkSpec top() {
        return links.get(depth() - 1);
    }

    /** The most rows of a minibatch of learning as it reaches this layer. */
    int learningRows() {
        return batches.learning() * (drawn(place, false) ? batches.learningSamples() : 1);
    }

    /** The same of evaluation. */
    int evaluationRows() {
        return batches.evaluation() * (drawn(place, true) ? batches.evaluationSamples() : 1);
    }

    /** The most rows of learning on the way up from here. */
    int learningRowsAbove() {
        return batches.learning() * (drawn(place + 1, false) ? batches.learningSamples() : 1);
    }

    Transmitter up(Kernels kernels) {
        return end(kernels, upwards(batches, links, seed, place, false));
    }

    Transmitter upInEvaluation(Kernels kernels) {
        return kernels.computes() ? upwards(batches, links, seed, place, true) : Transmitter.silent();
    }

    Transmitter down(Kernels kernels) {
        return end(kernels, new Transmitter(below().feedback(), seed, Purpose.BITS, place, 1));
    }

    /** The lower end of the link to this layer, where it is the first. */
    Transmitter inputEnd(Kernels kernels, boolean evaluation) {
        Transmitter end = upwards(batches, links, seed, place - 1, evaluation);
        return evaluation ? end : end(kernels, end);
    }

    private Transmitter end(Kernels kernels, Transmitter plain) {
        if (!kernels.computes()) {
            return Transmitter.silent();
        }
        return parcels == null ? plain : plain.with(parcels);
    }

    /** The upper end of what leaves a place, the input's being 0: where bits are first drawn, all samples of them are. */
    private static Transmitter upwards(
            Batches batches, List<LinkSpec> links, long seed, int place, boolean evaluation) {
        if (place == links.size()) {
            return new Transmitter(Transmission.REAL, seed, Purpose.BITS, place, 1);
        }
        Transmission next = activations(links.get(place), evaluation);
        boolean first = next instanceof Transmission.Bits && !drawn(links, place, evaluation);
        int samples = evaluation ? batches.evaluationSamples() : batches.learningSamples();
        Purpose purpose = evaluation ? Purpose.EVALUATION_BITS : Purpose.BITS;
        return new Transmitter(next, seed, purpose, place, first ? samples : 1);
    }

    private boolean drawn(int upTo, boolean evaluation) {
        return drawn(links, Math.min(upTo, depth()), evaluation);
    }

    /** Whether any of the links up to the layer at a place carries activations as drawn bits. */
    private static boolean drawn(List<LinkSpec> links, int place, boolean evaluation) {
        return links.stream().limit(place).anyMatch(link -> activations(link, evaluation) instanceof Transmission.Bits);
    }

    private static Transmission activations(LinkSpec link, boolean evaluation) {
        return evaluation ? link.evaluation() : link.forward();
    }
}
