package org.somata.experiments.trace;

/** What should have a trace has none. */
public final class NoTraceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoTraceException(String message) {
        super(message);
    }
}
