package org.somata.model.signals;

import java.util.Locale;

/** What crosses a link for a signal. */
public enum Encoded {
    /** 32-bit floating-point numbers. */
    REAL,
    /** One bit a unit, the sign of its value. */
    SIGN,
    /** One bit a unit, drawn. */
    BITS,
    /** The class of each example, in 32 bits. */
    CLASSES,
    /** Nothing but itself. */
    NONE;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As in a trace. */
    public String label() {
        return label;
    }
}
