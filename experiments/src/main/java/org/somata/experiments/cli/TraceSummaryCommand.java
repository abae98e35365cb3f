package org.somata.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.analysis.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata trace summary}: links, layers, and what a step's time goes to. */
@Command(
        name = "summary",
        description = {
            "What was told over each link and how long it took, what the layers did with their time, and the critical"
                    + " path of a step.",
            "In lockstep, durations are the machine's; elsewhere they are of the run's own clock."
        },
        mixinStandardHelpOptions = true)
final class TraceSummaryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The directory of a run that was traced.")
    private Path run;

    @Mixin
    private TraceWindowOptions window;

    @Option(
            names = "--step",
            paramLabel = "N",
            description = "The critical path of this presentation; of one of median duration unless told.")
    private Optional<Long> step = Optional.empty();

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        Trace trace = RecordedTrace.of(run);
        Summary summary = Summary.of(trace, window.window(trace.header()), step);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Durable.JSON.writeValueAsString(summary));
        } else {
            new SummaryTable(summary, out).print();
        }
        out.flush();
        return ExitStatus.DONE;
    }
}
