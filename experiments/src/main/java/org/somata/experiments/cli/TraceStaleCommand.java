package org.somata.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.analysis.Stale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata trace stale}: what was learned late. */
@Command(
        name = "stale",
        description = "The oldest targets, the updates of highest staleness, and the layers that suffer.",
        mixinStandardHelpOptions = true)
final class TraceStaleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The directory of a run that was traced.")
    private Path run;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "So many of each, ${DEFAULT-VALUE} unless told.")
    private int top;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        if (top < 1) {
            throw new ParameterException(spec.commandLine(), "--top must be 1 or more, not " + top);
        }
        Stale stale = Stale.of(RecordedTrace.of(run), top);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Durable.JSON.writeValueAsString(stale));
        } else {
            new StaleTable(stale, out).print();
        }
        out.flush();
        return ExitStatus.DONE;
    }
}
