package org.somata.model.network;

import java.util.List;

/**
 * Which layer handles which message when, known before any arithmetic is done, since neither timing nor loss nor order
 * depends on the values of signals. It is told as it goes on, a window at a time.
 */
public interface Timetable {
    /**
     * From here on.
     *
     * @param sent messages of learning that the layers 1 … M have sent before
     */
    void start(List<Long> sent);

    /** The presentations of a pass are to enter, from the one at {@code from} on. What was under way goes on. */
    void begin(Pass pass, int from);

    /** What happens next. */
    Window next();

    /** A presentation enters: input and label are sent. */
    record Entering(int index, long time) {}

    /**
     * A stretch of time.
     *
     * @param entering presentations of the pass that enter in it
     * @param handlings all that the layers do in it, in order
     * @param last whether the pass is over with it: the next presentation after the pass could enter now; or, where none
     *     comes after it, nothing is under way any more
     */
    record Window(List<Entering> entering, List<Handling> handlings, boolean last) {
        public Window {
            entering = List.copyOf(entering);
            handlings = List.copyOf(handlings);
        }
    }
}
