package org.somata.experiments.trace.export;

/** What was asked cannot be exported, or cannot be written where it was asked to; exit status 2. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExportException(String message) {
        super(message);
    }
}
