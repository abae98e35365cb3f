package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.somata.experiments.trace.Trace.Gap;
import org.somata.experiments.trace.TraceHeader;

/** What a trace is, in the lines above a table; and what it lacks. */
final class TraceTitle {
    private TraceTitle() {}

    static void print(TraceHeader trace, PrintWriter out) {
        out.println(trace.name() + ", seed " + trace.seed() + ", " + trace.rule() + ", "
                + trace.units().stream().map(String::valueOf).collect(Collectors.joining("-")) + ", batch "
                + trace.batch());
        out.println(
                "clock " + trace.clock().label() + ", recorded " + trace.level().label());
    }

    static void gaps(List<Gap> gaps, PrintWriter out) {
        for (Gap gap : gaps) {
            out.println("gap: " + gap.where() + ": " + gap.reason() + "; "
                    + (gap.records() < 0 ? "nobody knows how many records are" : gap.records() + " records are")
                    + " missing");
        }
    }
}
