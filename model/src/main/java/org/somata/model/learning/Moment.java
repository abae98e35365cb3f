package org.somata.model.learning;

/**
 * Where in a run a presentation stands, for what decays.
 *
 * @param epochsGoneBy whole epochs completed before it
 * @param shareGoneBy the share of all the run's presentations before it, in [0, 1)
 */
public record Moment(int epochsGoneBy, double shareGoneBy) {
    public static final Moment START = new Moment(0, 0);
}
