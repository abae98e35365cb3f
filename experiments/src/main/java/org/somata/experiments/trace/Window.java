package org.somata.experiments.trace;

/**
 * The part of a trace that is asked for.
 *
 * @param from the first time, in the run's own clock
 * @param to the first time after it
 * @param firstLayer the lowest place at which something came to anything
 * @param lastLayer the highest
 * @param every of so many presentations one is taken; 1 for all
 */
public record Window(long from, long to, int firstLayer, int lastLayer, long every) {
    public static final Window ALL = new Window(0, Long.MAX_VALUE, 1, Integer.MAX_VALUE, 1);

    public Window {
        if (from < 0 || to <= from || firstLayer < 1 || lastLayer < firstLayer || every < 1) {
            throw new IllegalArgumentException("no window: from " + from + " to " + to + ", layers " + firstLayer + ".."
                    + lastLayer + ", every " + every);
        }
    }

    public boolean contains(TraceRecord each) {
        return each.time() >= from
                && each.time() < to
                && each.at() >= firstLayer
                && each.at() <= lastLayer
                && each.presentation() % every == 0;
    }
}
