package org.somata.experiments.cli;

import org.somata.experiments.sweeps.Lifeline;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line {@code somata}. */
@Command(
        name = "somata",
        description =
                "A laboratory for learning without backpropagation: difference target propagation between layer actors.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            ResumeCommand.class,
            ReplayCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            TraceCommand.class,
            EvalCommand.class,
            SweepCommand.class,
            ConfigCommand.class,
            DataCommand.class,
            PropositionsCommand.class,
            BenchCommand.class,
            DoctorCommand.class
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print the stack trace of an error too.")
    private boolean verbose;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "no command given");
    }

    static CommandLine commandLine() {
        Main main = new Main();
        ErrorReport report = new ErrorReport(() -> main.verbose);
        return new CommandLine(main).setExecutionExceptionHandler(report).setParameterExceptionHandler(report);
    }

    public static void main(String[] arguments) {
        Lifeline.hold();
        System.exit(commandLine().execute(arguments));
    }
}
