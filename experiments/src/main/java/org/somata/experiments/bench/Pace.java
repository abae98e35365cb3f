package org.somata.experiments.bench;

/**
 * How long each contender is measured.
 *
 * @param warmUpSeconds for the JIT to have its time
 */
public record Pace(double warmUpSeconds, int rounds, double roundSeconds) {
    /** Medians of 15 rounds, short ones, for the speed of a machine drifts. */
    public static final Pace FULL = new Pace(2, 15, 0.15);
}
