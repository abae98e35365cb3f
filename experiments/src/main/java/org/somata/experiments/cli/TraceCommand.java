package org.somata.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code somata trace}: what was told between layers, and what came of it. */
@Command(
        name = "trace",
        description = "Look at the messages of a run that was traced (somata run … --trace metadata).",
        mixinStandardHelpOptions = true,
        subcommands = {
            TraceSummaryCommand.class,
            TraceWhyCommand.class,
            TraceStaleCommand.class,
            TraceDiffCommand.class,
            TraceCheckCommand.class,
            TraceExportCommand.class,
            TraceViewCommand.class
        })
final class TraceCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
