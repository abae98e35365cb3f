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

    /**
     * Goes from the beginning of a run to a place in it: all that happens until then is foreseen again, and passed over.
     *
     * @param passes until then; only the last need not be over
     * @param entered presentations of the last that have entered, as many as have at the end of some window
     */
    default void goTo(List<Pass> passes, int entered) {
        for (int i = 0; i < passes.size(); i++) {
            Pass pass = passes.get(i);
            int until = i < passes.size() - 1 ? pass.presentations() : entered;
            begin(pass, 0);
            int count = 0;
            boolean over = false;
            while (!over && (count < until || until == pass.presentations())) {
                Window window = next();
                count += window.entering().size();
                over = window.last();
            }
            if (count != until) {
                throw new IllegalStateException("of the pass that begins with presentation " + (pass.before() + 1)
                        + ", no window ends where " + until + " presentations have entered, but one does at " + count);
            }
        }
    }

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
