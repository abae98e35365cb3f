package org.somata.actors;

/** The machine's clock, in nanoseconds since the network was made. */
final class WallClock {
    private final long origin = System.nanoTime();

    long now() {
        return System.nanoTime() - origin;
    }
}
