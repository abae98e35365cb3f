package org.somata.config;

/** A record was given what it cannot take; the reader turns the key into a place in the file. */
final class Problem extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String what;

    /**
     * @param key of the component, from the record that complains on; dots lead further down
     * @param what is wrong, and what would do instead
     */
    Problem(String key, String what) {
        super(key + ": " + what);
        this.key = key;
        this.what = what;
    }

    String key() {
        return key;
    }

    String what() {
        return what;
    }
}
