package org.somata.model.network;

import java.util.stream.IntStream;
import org.somata.model.Examples;
import org.somata.model.learning.Moment;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;

/**
 * Once through some examples, cut into presentations; the last may be smaller.
 *
 * @param order the examples' indices in the order of their presentation
 * @param batch examples in a presentation
 * @param before presentations of the run before this pass
 * @param ofAll presentations of the whole run
 * @param epochsGoneBy whole epochs before this pass
 */
public record Pass(
        Purpose purpose, Examples examples, int[] order, int batch, long before, long ofAll, int epochsGoneBy) {
    /** A pass that only evaluates, in the order of the file. */
    public static Pass evaluation(Examples examples, int batch) {
        return new Pass(
                Purpose.EVALUATE, examples, IntStream.range(0, examples.count()).toArray(), batch, 0, 1, 0);
    }

    public int presentations() {
        return (order.length + batch - 1) / batch;
    }

    /** Whether no presentation of the run comes after it. */
    public boolean isLast() {
        return before + presentations() == ofAll;
    }

    /** @throws IllegalArgumentException unless {@code from} presentations of this pass can have been done before */
    public void requireBeginning(int from) {
        if (from < 0 || from > presentations()) {
            throw new IllegalArgumentException(
                    "a pass of " + presentations() + " presentations cannot go on from " + from);
        }
    }

    /** The presentation at {@code index}, from 0. */
    public Presentation presentation(int index) {
        long earlier = before + index;
        int count = Math.min(batch, order.length - index * batch);
        return new Presentation(
                earlier + 1, purpose, new Moment(epochsGoneBy, Math.min(1, (double) earlier / ofAll)), count);
    }
}
