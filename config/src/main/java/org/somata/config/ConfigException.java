package org.somata.config;

/**
 * A configuration that cannot be used. The message is complete and of one line: {@code file:line:column: path.to.key:
 * what is wrong; what would do instead}, or {@code --set path.to.key=value: …} where an override is to blame.
 */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(String place, String path, String what) {
        // whatever the file quotes, the message stays on its line
        super((place + ": " + (path.isEmpty() ? "" : path + ": ") + what).replaceAll("\\p{Cntrl}", " "));
    }

    ConfigException(String place, String path, String what, Throwable cause) {
        this(place, path, what);
        initCause(cause);
    }
}
