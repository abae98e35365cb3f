package org.somata.experiments.evaluation;

/** What was asked cannot be evaluated, or cannot be written where it was asked to; exit status 2. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EvaluationException(String message) {
        super(message);
    }
}
