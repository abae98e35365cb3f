package org.somata.experiments.trace.analysis;

/** A trace was asked for something that it does not have, or that nothing can be called. */
public final class NoSuchRecordException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoSuchRecordException(String message) {
        super(message);
    }
}
