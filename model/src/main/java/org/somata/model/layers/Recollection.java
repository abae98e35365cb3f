package org.somata.model.layers;

import java.util.List;
import java.util.Map;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;

/**
 * What a layer without a clock knows of presentations under way. With its arrays and counters it is all that its future
 * depends on.
 *
 * @param remembered the presentations whose activations it remembers, the oldest first
 * @param handled the kinds of message that it has handled, as bits, by the number of their presentation, in the order in
 *     which the first of each came
 */
public record Recollection(List<Remembered> remembered, Map<Long, Integer> handled) {
    /** Of a layer in lockstep at rest. */
    public static final Recollection NOTHING = new Recollection(List.of(), Map.of());

    public Recollection {
        remembered = List.copyOf(remembered);
    }

    /**
     * One presentation.
     *
     * @param versions the layer's, when its activation left
     * @param left when that was, in nanoseconds of the run's own clock
     * @param labels the classes that the teacher has told, a number an example; null if none have come
     * @param signals what is known of it, by name: B × n each
     */
    public record Remembered(
            Presentation presentation, Versions versions, long left, int[] labels, Map<String, Signal> signals) {}
}
