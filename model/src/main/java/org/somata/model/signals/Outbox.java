package org.somata.model.signals;

/** All that a layer can do to the world: tell a neighbour something, and report to the laboratory. */
public interface Outbox {
    /** Sends {@code signal} over the link to the layer at place {@code to}. */
    void send(MessageKind kind, int to, Signal signal);

    /**
     * Sets {@code work} aside that nobody waits for, such as learning from what has been sent on already. It is done
     * before the layer handles its next message; until then others may go first. A handling sets aside one work at most,
     * as its last act.
     */
    void setAside(Runnable work);

    /** When the handling under way began, in the run's own clock; 0 where time does not pass. */
    default long now() {
        return 0;
    }

    /** Tells the laboratory of an update as soon as it is done; no layer hears it, and the laboratory need not listen. */
    default void updated(Update update) {}

    /** Tells the laboratory what became of a presentation; no layer hears it. */
    void report(Report report);
}
