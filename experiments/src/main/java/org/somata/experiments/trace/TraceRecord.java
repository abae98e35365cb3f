package org.somata.experiments.trace;

/** One thing that a trace tells of: a message, or an update that one brought about. */
public sealed interface TraceRecord permits MessageRecord, UpdateRecord {
    /** As commands name it: {@code layer-3:1742}, {@code layer-3:forward:17}. */
    String name();

    /** The presentation's number; in lockstep it is the step. */
    long presentation();

    /** The place of the actor at which it came to something: who handled the message, or learned. */
    int at();

    /** When it came to something, in the run's own clock: a message was taken in hand, an update was done. */
    long time();
}
