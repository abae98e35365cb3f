package org.somata.experiments.sweeps;

import java.util.List;
import org.somata.experiments.assembly.Engine;

/**
 * How a sweep is worked on; none of it changes what comes out.
 *
 * @param jobs points at a time, from 1
 * @param engine of them all: they share its threads
 * @param failFast whether the first point that fails or diverges ends the sweep
 */
public record SweepOptions(int jobs, Engine engine, boolean failFast) {
    public SweepOptions {
        if (jobs < 1) {
            throw new IllegalArgumentException(jobs + " jobs");
        }
    }

    /** Of one point. */
    int threadsEach() {
        return Math.max(1, engine.threads() / jobs);
    }

    /** For a point's command line. */
    List<String> arguments() {
        return List.of("--quiet", "--engine", engine.label(), "--threads", Integer.toString(threadsEach()));
    }
}
