package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** The command line without a process of its own. */
final class InProcess {
    private InProcess() {}

    static Outcome somata(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine somata = Main.commandLine();
        somata.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int status = somata.execute(arguments.toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }

    static Outcome somata(String... arguments) {
        return somata(List.of(arguments));
    }
}
