package org.somata.experiments.trace;

/**
 * When a message was where, in nanoseconds since the run began or, in lockstep, in logical positions. {@link #UNKNOWN}
 * where it did not come to it: a lost message was never delivered.
 *
 * @param sent it left its sender
 * @param delivered it came to its receiver
 * @param started its turn came there
 * @param finished it had been handled, or dropped; what was set aside to be done later may still have been undone
 */
public record Times(long sent, long delivered, long started, long finished) {
    public static final long UNKNOWN = -1;
    public static final Times NONE = new Times(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    /** On its way. */
    public long latency() {
        return delivered - sent;
    }

    /** There, before its turn came. */
    public long waiting() {
        return started - delivered;
    }

    /** Being handled. */
    public long handling() {
        return finished - started;
    }

    /** Whether it was handled in the end. */
    public boolean isComplete() {
        return finished != UNKNOWN;
    }
}
