package org.somata.experiments.trace.analysis;

/** The gradients of a mapping that make its next update, and its updates so far. */
final class Gradients {
    private final int wanted;
    private int count;
    private long stalest;
    private long versions;

    /** @param wanted how many make an update */
    Gradients(int wanted) {
        this.wanted = wanted;
    }

    /** Updates that were told of. */
    long versions() {
        return versions;
    }

    /** One was told of. */
    void updated() {
        versions++;
    }

    /** Takes a gradient; whether an update is due. */
    boolean take(long staleness) {
        stalest = count == 0 ? staleness : Math.max(stalest, staleness);
        count = (count + 1) % wanted;
        return count == 0;
    }

    /** Of the update that is due: that of the stalest gradient in it. */
    long staleness() {
        return stalest;
    }
}
