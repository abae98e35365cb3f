package org.somata.experiments.cli;

import java.util.Optional;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.Window;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The part of a trace that a command is for. */
final class TraceWindowOptions {
    @Option(
            names = "--from",
            paramLabel = "T",
            description = "From this time on, in the run's own clock: nanoseconds, or positions in lockstep.")
    private Optional<Long> from = Optional.empty();

    @Option(names = "--to", paramLabel = "T", description = "Up to, and without, this time.")
    private Optional<Long> to = Optional.empty();

    @Option(
            names = "--layers",
            paramLabel = "A..B",
            description = "Only what was handled or learned at these layers; A alone is a layer.")
    private Optional<String> layers = Optional.empty();

    @Option(names = "--every", paramLabel = "N", description = "Of N presentations take one.")
    private Optional<Long> every = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** @throws ParameterException if a trace like this has no such part */
    Window window(TraceHeader header) {
        long first = from.orElse(Window.ALL.from());
        long end = to.orElse(Window.ALL.to());
        if (first < 0) {
            throw wrong("--from must be 0 or more, not " + first);
        }
        if (end <= first) {
            throw wrong("--to must be later than --from, not " + end + (from.isPresent() ? " after " + first : ""));
        }
        long sample = every.orElse(Window.ALL.every());
        if (sample < 1) {
            throw wrong("--every must be 1 or more, not " + sample);
        }
        if (layers.isEmpty()) {
            return new Window(first, end, Window.ALL.firstLayer(), Window.ALL.lastLayer(), sample);
        }
        Range range = Range.parse(layers.get())
                .orElseThrow(() -> wrong("--layers must be like 2..4, or 2, not " + layers.get()));
        int lowest = range.first();
        int highest = range.last();
        if (lowest < 1 || highest < lowest || highest > header.depth()) {
            throw wrong("--layers must be within 1.." + header.depth() + ", the lower one first, not " + layers.get());
        }
        return new Window(first, end, lowest, highest, sample);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
