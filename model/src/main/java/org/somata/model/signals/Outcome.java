package org.somata.model.signals;

import java.util.Locale;

/** What became of a message that was sent. */
public enum Outcome {
    /** A layer acted on it. */
    HANDLED,
    /** Dropped: the layer had handled a copy of it before. */
    DUPLICATE,
    /** Dropped: the layer no longer remembers what it belongs to, or never heard of it. */
    EXPIRED,
    /** The link lost it. */
    LOST;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As in a trace. */
    public String label() {
        return label;
    }
}
