package org.somata.actors;

import java.util.OptionalLong;
import org.somata.model.network.Fate;
import org.somata.model.network.Timetable;

/** What orders the doings of a network's actors when it learns. */
public sealed interface Tempo {
    /** The schedule that it is made with: one presentation's turns after the other's. */
    Tempo LOCKSTEP = new Lockstep();

    /** See {@link #LOCKSTEP}. */
    record Lockstep() implements Tempo {}

    /** A timetable: foreseen in virtual time, or recorded. */
    record Planned(Timetable timetable, Fate fate) implements Tempo {}

    /**
     * Nothing: whatever arrives is handled.
     *
     * @param alive presentations under way at a time at most
     * @param deadline in nanoseconds after its entering, when a presentation counts as over
     */
    record Free(int alive, OptionalLong deadline, Fate fate) implements Tempo {}
}
