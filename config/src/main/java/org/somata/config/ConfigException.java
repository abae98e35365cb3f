package org.somata.config;

/**
 * A configuration that cannot be used. The message is complete and of one line: {@code file:line:column: path.to.key:
 * what is wrong; what would do instead}, or {@code --set path.to.key=value: …} where an override is to blame.
 */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String rest;

    ConfigException(String place, String path, String what) {
        this(place, (path.isEmpty() ? "" : path + ": ") + what);
    }

    private ConfigException(String place, String rest) {
        // whatever the file quotes, the message stays on its line
        super((place + ": " + rest).replaceAll("\\p{Cntrl}", " "));
        this.place = place;
        this.rest = rest;
    }

    ConfigException(String place, String path, String what, Throwable cause) {
        this(place, path, what);
        initCause(cause);
    }

    /** The same of one of several things that were made from the file, such as a point of a sweep. */
    ConfigException in(String one) {
        ConfigException named = new ConfigException(place, one + ": " + rest);
        named.initCause(this);
        return named;
    }
}
