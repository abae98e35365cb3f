package org.somata.experiments.trace.analysis;

import java.util.List;

/**
 * How many updates of the same weights lay between an activation's leaving and the update that learned from it.
 *
 * @param histogram how many updates had how much, without the empty places
 */
public record StalenessFigures(long updates, double mean, long max, List<Bar> histogram) {
    /**
     * Updates with a staleness of a range.
     *
     * @param from the least
     * @param to the most
     */
    public record Bar(long from, long to, long updates) {}
}
