package org.somata.experiments.runs;

/** A run cannot begin or go on, for a reason that is neither its configuration nor its data; exit status 1. */
public final class RunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RunException(String message) {
        super(message);
    }
}
