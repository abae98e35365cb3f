package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ErrorReportTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int somata(String line) {
        CommandLine somata = Main.commandLine();
        somata.addSubcommand(new Broken());
        somata.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        // set again for the subcommand that was added after
        ErrorReport report = new ErrorReport(() -> line.contains("--verbose"));
        somata.setExecutionExceptionHandler(report).setParameterExceptionHandler(report);
        return somata.execute(line.isEmpty() ? new String[0] : line.split(" "));
    }

    @Command(name = "broken")
    static final class Broken implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("the sky fell");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | no command given; see somata --help",
                "data | no command given: list, fetch or verify; see somata data --help",
                "config | no command given: validate, print or schema; see somata config --help",
                "config print | Missing required parameter: 'CONFIG.yaml'; see somata config print --help",
                "data fetc | Unmatched argument at index 1: 'fetc'; did you mean fetch?; see somata data --help",
                "data fetch --form x | Unknown option: '--form'; see somata data fetch --help",
                "data fetch --from x | --from needs the NAME of the dataset that lies there; see somata data fetch --help",
                "data verify mnits | unknown dataset 'mnits': did you mean 'mnist'? known: mnist-slice, mnist, fashion-mnist, cifar10; nor is there a directory of this name"
            })
    void aWrongCommandLineIsOneMessageAndStatus2(String line, String message) {
        assertEquals(ExitStatus.WRONG_USAGE, somata(line));
        assertEquals("somata: " + message + System.lineSeparator(), err.toString());
    }

    @Test
    void anythingElseIsStatus1WithItsTraceOnlyIfAskedFor() {
        assertEquals(ExitStatus.RUN_FAILED, somata("broken"));
        assertEquals(
                "somata: the sky fell (IllegalStateException); --verbose says where" + System.lineSeparator(),
                err.toString());
        assertEquals(ExitStatus.RUN_FAILED, somata("broken --verbose"));
        assertTrue(err.toString().contains("\tat " + Broken.class.getName()), err::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "data --help",
                "data list --help",
                "data fetch --help",
                "data verify --help",
                "config --help",
                "eval --help",
                "config validate --help",
                "config print --help",
                "config schema --help",
                "compare --help",
                "doctor --help"
            })
    void everyCommandHasHelp(String line) {
        assertEquals(ExitStatus.DONE, somata(line));
        assertTrue(
                out.toString()
                        .startsWith(
                                "Usage: somata " + line.replace("--help", "").trim()),
                out::toString);
    }
}
