package org.somata.experiments.trace;

import java.util.Locale;

/** What became of a message. */
public enum Outcome {
    /** Its receiver acted on it. */
    HANDLED,
    /** Its link lost it. */
    LOST,
    /** It was a copy of one handled before. */
    DUPLICATE,
    /** What it belongs to was no longer remembered. */
    EXPIRED,
    /** Nothing yet, at the end of the trace; or nothing that the trace still knows of. */
    IN_FLIGHT;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As in an export: {@code in-flight}. */
    public String label() {
        return label;
    }
}
