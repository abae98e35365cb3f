package org.somata.model.signals;

/** What becomes of values as they enter a link, in one direction. */
public sealed interface Transmission {
    Transmission REAL = new Real();

    /** Whether what is heard at the other end may differ from what was told. */
    default boolean isReal() {
        return this instanceof Real;
    }

    /** float32 values cross as they are. */
    record Real() implements Transmission {}

    /** One bit a unit: high where the value is above 0 (Eq. 29). */
    record Sign(Levels levels) implements Transmission {}

    /**
     * One bit a unit, drawn: high with the probability p that a value of [0, 1] is (Eq. 33), or with (h+1)/2 where the
     * levels are ±1. Values beyond are taken as the nearest within.
     */
    record Bits(Levels levels) implements Transmission {}
}
