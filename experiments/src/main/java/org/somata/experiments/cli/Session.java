package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Function;
import org.somata.experiments.plots.RunPlots;
import org.somata.experiments.runs.Runs;
import picocli.CommandLine.Model.CommandSpec;

/** A command's work on a run: shows it on the screen, ends it on Ctrl-C, and says how it ended. */
final class Session {
    private final CommandSpec spec;
    private final EngineOptions options;

    Session(CommandSpec spec, EngineOptions options) {
        this.spec = spec;
        this.options = options;
    }

    /** Returns the exit status. */
    int run(Function<Runs, Runs.Outcome> work) {
        PrintWriter out = options.quiet()
                ? new PrintWriter(Writer.nullWriter())
                : spec.commandLine().getOut();
        try (Stop stop = new Stop()) {
            Runs.Outcome outcome = shown(work, out, stop);
            if (!outcome.interrupted()) {
                RunPlots.write(outcome.folder(), out::println);
            }
            out.println(outcome.status() + ": " + outcome.folder());
            out.flush();
            return status(outcome);
        }
    }

    private Runs.Outcome shown(Function<Runs, Runs.Outcome> work, PrintWriter out, Stop stop) {
        boolean terminal = !options.quiet() && System.console() != null;
        try (Screen screen = new Screen(out, terminal, stop::requested)) {
            return work.apply(new Runs(
                    options.engine(), spec.root().commandLine().getParseResult().originalArgs(), screen));
        }
    }

    private int status(Runs.Outcome outcome) {
        if (outcome.completed()) {
            return ExitStatus.DONE;
        }
        spec.commandLine().getErr().println("somata: " + outcome.reason() + "; see " + outcome.folder());
        return outcome.interrupted() ? ExitStatus.INTERRUPTED : ExitStatus.RUN_FAILED;
    }
}
