package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.somata.experiments.doctor.Doctor;
import org.somata.experiments.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code somata doctor}. */
@Command(
        name = "doctor",
        description = {
            "Say what is there, what is missing and how to get it.",
            "Exit status 0 if everything is there that is required, else 1."
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int lacking = Doctor.examine().mapToInt(finding -> print(finding, out)).sum();
        out.println(lacking == 0 ? "Everything required is there." : "Something required is missing.");
        out.flush();
        return lacking == 0 ? ExitStatus.DONE : ExitStatus.RUN_FAILED;
    }

    /** @return 1 if it is required and missing, else 0 */
    private static int print(Finding finding, PrintWriter out) {
        out.printf("%-8s %-14s %s%n", finding.there() ? "ok" : "missing", finding.subject(), finding.detail());
        out.flush();
        return finding.required() && !finding.there() ? 1 : 0;
    }
}
