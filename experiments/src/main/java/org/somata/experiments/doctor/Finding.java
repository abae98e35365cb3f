package org.somata.experiments.doctor;

/**
 * One thing that the doctor looked for.
 *
 * @param required the program cannot work without
 * @param detail what it is like, or how to get it where it is missing
 */
public record Finding(String subject, boolean there, boolean required, String detail) {
    static Finding ok(String subject, String detail) {
        return new Finding(subject, true, false, detail);
    }

    static Finding required(String subject, boolean there, String detail) {
        return new Finding(subject, there, true, detail);
    }

    /** Something for which there is another way, or that only some need. */
    static Finding missing(String subject, String howToGetIt) {
        return new Finding(subject, false, false, howToGetIt);
    }
}
