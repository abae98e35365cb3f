package org.somata.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.WrongFolderException;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.analysis.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata trace check}: whether a trace can be true. */
@Command(
        name = "check",
        description = {
            "Check what holds of every trace: causes before effects, targets with their activations, nothing lost sight"
                    + " of; and compare its counts with result.json and, in lockstep, with theory.",
            "Ends with 0 if it is clean, 1 if something is violated, 3 if the trace is damaged or has gaps."
        },
        mixinStandardHelpOptions = true)
final class TraceCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The directory of a run that was traced.")
    private Path run;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        Check check = Check.of(RecordedTrace.of(run), recorded());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Durable.JSON.writeValueAsString(check));
        } else {
            new CheckText(check, out).print();
        }
        out.flush();
        if (check.damaged()) {
            return ExitStatus.DATA_UNUSABLE;
        }
        return check.violations() == 0 ? ExitStatus.DONE : ExitStatus.RUN_FAILED;
    }

    /** Empty for the folder of a trace alone. */
    private Optional<RecordedRun> recorded() {
        try {
            return Optional.of(RecordedRun.read(run));
        } catch (WrongFolderException traceAlone) {
            return Optional.empty();
        }
    }
}
