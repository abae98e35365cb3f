package org.somata.experiments.machine;

/** This program. */
public final class Program {
    private Program() {}

    /** As the build wrote it into the jar, such as {@code 0.1.0}; {@code development} outside a jar. */
    public static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
