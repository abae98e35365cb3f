package org.somata.model.network;

/** Whoever drives the layers waits for something that can no longer come. The message says who waits for what. */
public final class StalledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StalledException(String message) {
        super(message);
    }
}
