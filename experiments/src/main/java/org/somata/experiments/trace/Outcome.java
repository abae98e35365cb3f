package org.somata.experiments.trace;

import java.util.Locale;

/** What became of a message, as far as a trace knows. */
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

    /** What an actor says that became of it. */
    static Outcome of(org.somata.model.signals.Outcome told) {
        return switch (told) {
            case HANDLED -> HANDLED;
            case DUPLICATE -> DUPLICATE;
            case EXPIRED -> EXPIRED;
            case LOST -> LOST;
        };
    }

    /** As in an export: {@code in-flight}. */
    public String label() {
        return label;
    }
}
