package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.plots.RunPlots;
import org.somata.experiments.plots.TrialsPlots;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Runs;
import org.somata.experiments.trials.RecordedTrials;
import org.somata.experiments.trials.Trials;
import picocli.CommandLine.Model.CommandSpec;

/** A command's work on a run or on trials: shows it on the screen, ends it on Ctrl-C, and says how it ended. */
final class Session {
    private final CommandSpec spec;
    private final Engine engine;
    private final boolean quiet;

    Session(CommandSpec spec, Engine engine, boolean quiet) {
        this.spec = spec;
        this.engine = engine;
        this.quiet = quiet;
    }

    /** Returns the exit status. */
    int run(Function<Trials, Runs.Outcome> work) {
        PrintWriter out = quiet
                ? new PrintWriter(Writer.nullWriter())
                : spec.commandLine().getOut();
        try (Stop stop = new Stop()) {
            Runs.Outcome outcome = shown(work, out, stop);
            if (!outcome.interrupted()) {
                draw(outcome.folder(), out::println);
            }
            out.println(outcome.status() + ": " + outcome.folder());
            out.flush();
            return status(outcome);
        }
    }

    private static void draw(Path folder, Consumer<String> note) {
        if (RecordedTrials.isTrials(folder)) {
            List<RecordedRun> trials = RecordedTrials.read(folder).runs();
            trials.forEach(trial -> RunPlots.write(trial.folder(), note));
            TrialsPlots.write(folder, trials, note);
        } else {
            RunPlots.write(folder, note);
        }
    }

    private Runs.Outcome shown(Function<Trials, Runs.Outcome> work, PrintWriter out, Stop stop) {
        boolean terminal = !quiet && System.console() != null;
        try (Screen screen = new Screen(out, terminal, stop::requested)) {
            return work.apply(new Trials(
                    engine, spec.root().commandLine().getParseResult().originalArgs(), screen));
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
