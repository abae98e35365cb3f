package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.somata.experiments.trace.analysis.Check;

/** What was found of a trace, for people. */
final class CheckText {
    private final Check check;
    private final PrintWriter out;

    CheckText(Check check, PrintWriter out) {
        this.check = check;
        this.out = out;
    }

    void print() {
        TraceTitle.print(check.trace(), out);
        out.println(check.messages() + " messages, " + check.updates() + " updates");
        out.println();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("invariant", "checked", "violated", ""));
        for (Check.Finding finding : check.findings()) {
            rows.add(List.of(
                    finding.invariant().label(),
                    Long.toString(finding.checked()),
                    finding.checked() == 0 ? "-" : Long.toString(finding.violations()),
                    finding.says()));
        }
        TextTable.print(rows, out);
        out.println();
        check.findings().stream().filter(finding -> finding.violations() > 0).forEach(this::examples);
        TraceTitle.gaps(check.gaps(), out);
        check.notes().forEach(out::println);
        out.println(verdict());
        out.flush();
    }

    private void examples(Check.Finding finding) {
        boolean explained = finding.invariant().isOfPresence() && check.damaged();
        out.println(finding.invariant().label() + ": " + finding.violations() + " violations"
                + (explained ? ", which the trace's gaps may explain" : ""));
        finding.examples().forEach(example -> out.println("  " + example));
        long untold = finding.violations() - finding.examples().size();
        if (untold > 0) {
            out.println("  and " + untold + " more");
        }
    }

    private String verdict() {
        if (check.clean()) {
            return "clean";
        }
        return (check.damaged() ? "The trace is damaged or has gaps. " : "")
                + (check.violations() == 0
                        ? "What there is of it is clean."
                        : check.violations() + (check.violations() == 1 ? " violation." : " violations."));
    }
}
