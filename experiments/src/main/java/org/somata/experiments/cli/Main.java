package org.somata.experiments.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line {@code somata}. */
@Command(
        name = "somata",
        description = "A laboratory for learning without backpropagation: difference target propagation between layer actors.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "no command given; see somata --help");
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
