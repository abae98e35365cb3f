package org.somata.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.analysis.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata trace diff}: where two runs part. */
@Command(
        name = "diff",
        description = {
            "The first message and the first update in which two runs differ, and what they follow from.",
            "A difference that was found is a result: the command ends with 0, and says equal or not with --json."
        },
        mixinStandardHelpOptions = true)
final class TraceDiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RUN", description = "The directory of a run that was traced.")
    private Path first;

    @Parameters(index = "1", paramLabel = "RUN", description = "The directory of another.")
    private Path second;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        Difference difference = Difference.of(RecordedTrace.of(first), RecordedTrace.of(second));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Durable.JSON.writeValueAsString(difference));
        } else {
            new DifferenceText(difference, out).print();
        }
        out.flush();
        return ExitStatus.DONE;
    }
}
