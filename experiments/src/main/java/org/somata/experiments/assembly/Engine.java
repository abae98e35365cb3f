package org.somata.experiments.assembly;

/**
 * Who drives the layers: actors on so many threads, or the plain loop. The numbers that come out are the same.
 *
 * @param threads that the actors share
 */
public record Engine(boolean actors, int threads) {
    /** An actor for each layer. */
    public static Engine actors(int threads) {
        return new Engine(true, threads);
    }

    /** The sequential oracle. */
    public static Engine loop() {
        return new Engine(false, 1);
    }

    /** {@code actors} or {@code loop}. */
    public String label() {
        return actors ? "actors" : "loop";
    }
}
