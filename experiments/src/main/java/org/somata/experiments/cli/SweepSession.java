package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.function.Function;
import org.somata.experiments.sweeps.Sweeps;
import picocli.CommandLine.Model.CommandSpec;

/** A command's work on a sweep: shows it on the screen, ends it on Ctrl-C, and says how it ended and what was best. */
final class SweepSession {
    private final CommandSpec spec;
    private final EngineOptions engine;
    private final JobOptions jobs;

    SweepSession(CommandSpec spec, EngineOptions engine, JobOptions jobs) {
        this.spec = spec;
        this.engine = engine;
        this.jobs = jobs;
    }

    /** Returns the exit status. */
    int run(Function<Sweeps, Sweeps.Outcome> work) {
        PrintWriter out = engine.quiet()
                ? new PrintWriter(Writer.nullWriter())
                : spec.commandLine().getOut();
        try (Stop stop = new Stop()) {
            Sweeps.Outcome outcome = shown(work, out, stop);
            outcome.best().ifPresent(best -> {
                out.println("best: " + SweepScreen.words(best));
                out.println("      " + best.folder());
            });
            out.println(outcome.status().name().toLowerCase(Locale.ROOT) + ": " + outcome.folder());
            out.flush();
            return status(outcome);
        }
    }

    private Sweeps.Outcome shown(Function<Sweeps, Sweeps.Outcome> work, PrintWriter out, Stop stop) {
        boolean terminal = !engine.quiet() && System.console() != null;
        try (SweepScreen screen = new SweepScreen(out, terminal, stop::requested)) {
            return work.apply(new Sweeps(
                    jobs.with(engine),
                    spec.root().commandLine().getParseResult().originalArgs(),
                    Main.class,
                    screen));
        }
    }

    private int status(Sweeps.Outcome outcome) {
        if (outcome.status() == Sweeps.Status.COMPLETED) {
            return ExitStatus.DONE;
        }
        spec.commandLine().getErr().println("somata: " + outcome.reason() + "; see " + outcome.folder());
        return outcome.status() == Sweeps.Status.INTERRUPTED ? ExitStatus.INTERRUPTED : ExitStatus.RUN_FAILED;
    }
}
