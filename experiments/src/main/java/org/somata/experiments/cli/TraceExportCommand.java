package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.export.Export;
import org.somata.experiments.trace.export.Exported;
import org.somata.experiments.trace.export.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata trace export}: a trace for other programs. */
@Command(
        name = "export",
        description = {
            "Write a trace, or a part of it, for other programs: jsonl and csv have its records,",
            "perfetto (for ui.perfetto.dev) and chrome (for chrome://tracing) a timeline with a track for each layer.",
            "In lockstep a position is a microsecond there, or --wall takes the machine's times."
        },
        mixinStandardHelpOptions = true)
final class TraceExportCommand implements Runnable {
    private static final long BYTES_OF_MB = 1_000_000;

    @Parameters(paramLabel = "RUN", description = "The directory of a run that was traced.")
    private Path run;

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "jsonl, csv, perfetto or chrome.")
    private String format;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "Where it goes.")
    private Path out;

    @Mixin
    private TraceWindowOptions window;

    @Option(
            names = "--max-mb",
            paramLabel = "N",
            description = "At most so many megabytes: what there is no room for is left out, from some time on.")
    private Optional<Long> maxMb = Optional.empty();

    @Option(names = "--wall", description = "With the times that the machine took.")
    private boolean wall;

    @Option(names = "--arrays", description = "With all values that messages carried, where the trace has them.")
    private boolean arrays;

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        export(RecordedTrace.of(run));
    }

    void export(Trace trace) {
        Format chosen = Format.of(format)
                .orElseThrow(() -> wrong("--format must be one of "
                        + Stream.of(Format.values()).map(Format::label).collect(Collectors.joining(", ")) + ", not "
                        + format));
        long megabytes = maxMb.orElse(Long.MAX_VALUE / BYTES_OF_MB);
        if (megabytes < 1 || megabytes > Long.MAX_VALUE / BYTES_OF_MB) {
            throw wrong("--max-mb must be 1 or more, not " + megabytes);
        }
        Export export = new Export(chosen, window.window(trace.header()), wall, arrays, megabytes * BYTES_OF_MB, force);
        Exported exported = export.write(trace, out);
        tell(trace, exported);
    }

    private void tell(Trace trace, Exported exported) {
        PrintWriter notes = spec.commandLine().getErr();
        for (Trace.Gap gap : trace.gaps()) {
            notes.println("somata: " + gap.where() + ": " + gap.reason() + ", so "
                    + (gap.records() < 0 ? "some" : gap.records()) + " records are not there to be exported");
        }
        exported.cut()
                .ifPresent(cut -> notes.println("somata: " + out + ": is full, as --max-mb " + maxMb.orElseThrow()
                        + " has it, and " + left(cut)));
        if (exported.timeless() > 0) {
            notes.println("somata: " + out + ": lacks " + exported.timeless()
                    + " records of which the trace has no wall" + " times; leave --wall away");
        } else if (exported.records() == 0) {
            notes.println("somata: " + out + ": has no records; the trace has none there");
        }
        notes.flush();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: %s, %d records, %.1f MB%n",
                        format,
                        out,
                        exported.records(),
                        exported.bytes() / (double) BYTES_OF_MB);
        spec.commandLine().getOut().flush();
    }

    private static String left(Exported.Cut cut) {
        String less = "; allow more, or choose with --from, --to, --layers and --every";
        return cut.handled()
                ? "ends before what was done at time " + cut.done() + less
                : "lacks some of the messages that were never handled, which come last" + less;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
