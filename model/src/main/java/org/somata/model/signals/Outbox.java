package org.somata.model.signals;

/** All that a layer can do to the world: tell a neighbour something, and report to the laboratory. */
public interface Outbox {
    /** Sends {@code signal} over the link to the layer at place {@code to}. */
    void send(MessageKind kind, int to, Signal signal);

    /** Tells the laboratory what became of a presentation; no layer hears it. */
    void report(Report report);
}
