package org.somata.experiments.data;

/** A split asks for more examples than a dataset has, or for a number that makes no sense. */
public final class SplitException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    SplitException(String message) {
        super(message);
    }
}
