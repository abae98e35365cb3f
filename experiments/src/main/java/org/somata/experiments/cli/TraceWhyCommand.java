package org.somata.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.analysis.Reasons;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata trace why}: what something follows from. */
@Command(
        name = "why",
        description = "The chain of causes of a message or of an update, back to the presentation.",
        mixinStandardHelpOptions = true)
final class TraceWhyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RUN", description = "The directory of a run that was traced.")
    private Path run;

    @Parameters(
            index = "1",
            paramLabel = "ID",
            description = "A message, such as layer-3:1742, or an update, such as layer-3:forward:17.")
    private String id;

    @Option(names = "--effects", description = "Also what the message brought about itself.")
    private boolean effects;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        Reasons reasons = Reasons.of(RecordedTrace.of(run), id, effects);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Durable.JSON.writeValueAsString(reasons));
        } else {
            new ReasonsText(reasons, out).print();
        }
        out.flush();
        return ExitStatus.DONE;
    }
}
