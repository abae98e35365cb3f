package org.somata.experiments.trace.analysis;

import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.experiments.trace.UpdateRecord;

/**
 * Which of a record's times say how long something took: lockstep's own clock counts positions only, so there it is the
 * machine's; elsewhere it is the run's own.
 */
public record Timing(Clock clock) {
    public static Timing of(TraceHeader header) {
        return new Timing(header.clock());
    }

    /** Whether the machine took them, and they are others in the next run. */
    public boolean isWall() {
        return clock != Clock.VIRTUAL;
    }

    /** For whoever reads figures. */
    public String label() {
        return isWall() ? Clock.WALL.label() : Clock.VIRTUAL.label();
    }

    public Times of(MessageRecord message) {
        return clock == Clock.LOCKSTEP ? message.wall() : message.times();
    }

    public long done(UpdateRecord update) {
        return clock == Clock.LOCKSTEP ? update.wallFinished() : update.time();
    }

    /** When an update was begun; {@link Times#UNKNOWN} in virtual time, which knows only when it was done. */
    public long begun(UpdateRecord update) {
        return isWall() ? update.wallStarted() : Times.UNKNOWN;
    }
}
