package org.somata.experiments.cli;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.somata.experiments.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata report}: runs as a page to look at. */
@Command(
        name = "report",
        description = {
            "Show runs, trials and sweeps as one HTML file that needs no network and no server.",
            "Runs of the same configuration are put together, whatever folders they come from."
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Runnable {
    @Parameters(
            paramLabel = "RUN_OR_TRIALS_OR_SWEEP",
            arity = "1..*",
            description = "The directory of a run, of trials or of a sweep, or one that holds such.")
    private List<Path> folders;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "report.html",
            description = "Where it goes, ${DEFAULT-VALUE} unless told; an earlier report there is replaced.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Report.of(folders).write(out, OffsetDateTime.now());
        spec.commandLine().getOut().println("report: " + out);
        spec.commandLine().getOut().flush();
    }
}
