package org.somata.experiments.cli;

import java.util.Optional;
import org.somata.experiments.sweeps.SweepOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the points of a sweep are worked on. */
final class JobOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Of a sweep, how many points run side by side, each in a process of its own; 1 unless told."
                    + " They share the threads.")
    private Optional<Integer> jobs = Optional.empty();

    @ArgGroup
    private OnFailure onFailure;

    private static final class OnFailure {
        @Option(
                names = "--keep-going",
                description =
                        "A point that fails or diverges is taken down as such, and the sweep goes on: the default.")
        private boolean keepGoing;

        @Option(names = "--fail-fast", description = "The first point that fails or diverges ends the sweep.")
        private boolean failFast;
    }

    SweepOptions with(EngineOptions engine) {
        int number = jobs.orElse(1);
        if (number < 1) {
            throw new ParameterException(spec.commandLine(), "--jobs must be at least 1, not " + number);
        }
        return new SweepOptions(number, engine.engine(), onFailure != null && onFailure.failFast);
    }

    /** For what is no sweep. */
    void requireNone() {
        if (jobs.isPresent() || onFailure != null) {
            throw new ParameterException(
                    spec.commandLine(), "--jobs, --keep-going and --fail-fast are for sweeps, and this is none");
        }
    }
}
