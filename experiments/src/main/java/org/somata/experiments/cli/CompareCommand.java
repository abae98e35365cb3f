package org.somata.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.trials.Comparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata compare}: runs and trials in the terminal. */
@Command(
        name = "compare",
        description = {
            "Compare runs and trials: mean and standard deviation of each configuration's, and the differences between"
                    + " runs of the same seed.",
            "Runs of the same configuration but for their seed are taken together."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description = "Directories of runs or of trials, or that hold these.")
    private List<Path> folders;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        Comparison comparison = Comparison.of(folders);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Durable.JSON.writeValueAsString(comparison));
        } else {
            new ComparisonTable(comparison, out).print();
        }
        out.flush();
        return ExitStatus.DONE;
    }
}
