package org.somata.experiments.assembly;

/** What a configuration and a command line ask for cannot be had on this machine; nothing was begun. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
