package org.somata.experiments.sweeps;

import java.io.IOException;
import java.io.InputStream;

/**
 * What ties a point's process to its sweep's: the pipe of its standard input, which the system closes when the sweep's
 * process is gone, however it went. Nobody writes into it.
 */
public final class Lifeline {
    /** Set in a process that was started by a sweep. */
    private static final String PROPERTY = "somata.lifeline";

    private static final int LOST = 137;

    private Lifeline() {}

    static String option() {
        return "-D" + PROPERTY + "=stdin";
    }

    /** In a sweep's child, ends this process at once when the parent does; elsewhere does nothing. */
    public static void hold() {
        if (System.getProperty(PROPERTY) != null) {
            Thread thread = new Thread(Lifeline::await, "lifeline");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void await() {
        try (InputStream in = System.in) {
            while (in.read() >= 0) {
                // whatever somebody wrote, the line holds
                continue;
            }
        } catch (IOException torn) {
            // as good as its end
        }
        // no last checkpoint: whoever goes on with the sweep is not to find this process in the way
        Runtime.getRuntime().halt(LOST);
    }
}
