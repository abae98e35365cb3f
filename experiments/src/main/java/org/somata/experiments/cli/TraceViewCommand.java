package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.view.TraceView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata trace view}: a trace as a page to look at. */
@Command(
        name = "view",
        description = {
            "Show a trace, or a part of it, as one HTML file that needs no network and no server:",
            "a timeline with a lane for each layer, presentations as sequence diagrams, signals where they were recorded."
        },
        mixinStandardHelpOptions = true)
final class TraceViewCommand implements Runnable {
    @Parameters(paramLabel = "RUN", description = "The directory of a run that was traced.")
    private Path run;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "trace.html",
            description = "Where it goes, ${DEFAULT-VALUE} unless told; an earlier page of a trace there is replaced.")
    private Path out;

    @Mixin
    private TraceWindowOptions window;

    @Option(
            names = "--max-messages",
            paramLabel = "N",
            description =
                    "The first N messages of what was asked for, ${DEFAULT-VALUE} unless told; more make browsers slow.")
    private int most = TraceView.MESSAGES;

    @Option(names = "--wall", description = "With the times that the machine took, to switch to.")
    private boolean wall;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (most < 1) {
            throw new ParameterException(spec.commandLine(), "--max-messages must be 1 or more, not " + most);
        }
        RecordedTrace trace = RecordedTrace.of(run);
        TraceView view = TraceView.of(trace, window.window(trace.header()), most, wall);
        view.write(out);
        PrintWriter notes = spec.commandLine().getErr();
        view.notes().forEach(note -> notes.println("somata: " + note));
        notes.flush();
        PrintWriter told = spec.commandLine().getOut();
        told.printf(Locale.ROOT, "trace: %s, %,d messages, %,d updates%n", out, view.messages(), view.updates());
        told.flush();
    }
}
