package org.somata.experiments.data;

/** Data are missing or damaged. The message says which file, what, where (byte offset) and what to do. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }

    static DataException in(String file, String what, String remedy) {
        return new DataException(file + ": " + what + "; " + remedy);
    }

    static DataException at(String file, long offset, String what, String remedy) {
        return in(file + ", byte " + offset, what, remedy);
    }
}
