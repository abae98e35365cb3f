package org.somata.experiments.trace.analysis;

import org.somata.experiments.trace.Outcome;

/** What a layer without a clock counts in a run, as its trace tells it; layers.csv has the same by epoch. */
final class Tardiness {
    private long updates;
    private long staleness;
    private long greatest;
    private long feedbackUpdates;
    private long feedbackStaleness;
    private long feedbackGreatest;
    private long age;
    private long missed;
    private long expired;
    private long duplicates;
    private long lost;

    /** Of a message that the layer took in hand. */
    void message(Outcome outcome) {
        expired += outcome == Outcome.EXPIRED ? 1 : 0;
        duplicates += outcome == Outcome.DUPLICATE ? 1 : 0;
    }

    /** A message that the layer had sent was lost. */
    void lose() {
        lost++;
    }

    /** W did not learn from a credit, by chance. */
    void missed() {
        missed++;
    }

    /** Of an update of W: nanoseconds from its activation to its credit. */
    void age(long nanos) {
        age += nanos;
    }

    /** An update of W. */
    void update(long stale) {
        updates++;
        staleness += stale;
        greatest = Math.max(greatest, stale);
    }

    /** An update of V, wherever it lives. */
    void feedbackUpdate(long stale) {
        feedbackUpdates++;
        feedbackStaleness += stale;
        feedbackGreatest = Math.max(feedbackGreatest, stale);
    }

    long updates() {
        return updates;
    }

    /** The sum over updates of W. */
    long staleness() {
        return staleness;
    }

    /** The greatest of W. */
    long greatest() {
        return greatest;
    }

    long feedbackUpdates() {
        return feedbackUpdates;
    }

    /** The sum over updates of V. */
    long feedbackStaleness() {
        return feedbackStaleness;
    }

    /** The greatest of V. */
    long feedbackGreatest() {
        return feedbackGreatest;
    }

    /** The sum over updates of W, in nanoseconds. */
    long age() {
        return age;
    }

    long missedCredits() {
        return missed;
    }

    long expired() {
        return expired;
    }

    long duplicates() {
        return duplicates;
    }

    long lost() {
        return lost;
    }
}
