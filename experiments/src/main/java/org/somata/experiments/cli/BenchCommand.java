package org.somata.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.somata.experiments.bench.Benchmark;
import org.somata.experiments.bench.Conditions;
import org.somata.experiments.bench.Figures;
import org.somata.experiments.bench.Pace;
import org.somata.experiments.bench.Rendering;
import org.somata.experiments.bench.Surroundings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata bench}: measures this machine; leave it alone meanwhile. */
@Command(
        name = "bench",
        description = "Measure speed: ms a step of training, products a second. Leave the machine alone meanwhile.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final String ALL = "all";

    /** Every benchmark's name, and the one for all of them. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Names() {
            super(Stream.concat(Arrays.stream(Benchmark.values()).map(Benchmark::label), Stream.of(ALL))
                    .toList());
        }
    }

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            completionCandidates = Names.class,
            description = "${COMPLETION-CANDIDATES}; step unless told. Each takes up to a minute, all five or so.")
    private String name = "step";

    /** How the figures are told. */
    private static final class Format {
        @Option(
                names = "--json",
                description = "Print a JSON object on one line; for all, an object of such an object for each name.")
        private boolean json;

        @Option(
                names = "--markdown",
                description = "Print a Markdown file: the machine, the commit, the command, a table for each name.")
        private boolean markdown;
    }

    @ArgGroup
    private Format format = new Format();

    @Option(names = "--threads", paramLabel = "N", description = "Threads that the layer actors share; all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        Map<Benchmark, Figures> measured = measure(benchmarks());
        PrintWriter out = spec.commandLine().getOut();
        if (format.json) {
            out.println(new ObjectMapper().writeValueAsString(flat(measured)));
        } else if (format.markdown) {
            String command = "./somata "
                    + String.join(
                            " ", spec.root().commandLine().getParseResult().originalArgs());
            Rendering.markdown(Surroundings.here(command), measured).forEach(out::println);
        } else {
            measured.values().forEach(figures -> Rendering.columns(figures).forEach(out::println));
        }
        return ExitStatus.DONE;
    }

    private Map<Benchmark, Figures> measure(List<Benchmark> benchmarks) {
        Map<Benchmark, Figures> measured = new LinkedHashMap<>();
        for (Benchmark benchmark : benchmarks) {
            if (benchmarks.size() > 1) {
                PrintWriter err = spec.commandLine().getErr();
                err.println("measuring " + benchmark.label());
                err.flush();
            }
            measured.put(benchmark, benchmark.run(new Conditions(threads, Pace.FULL)));
        }
        return measured;
    }

    private Object flat(Map<Benchmark, Figures> measured) {
        if (!name.equals(ALL)) {
            return measured.values().iterator().next().flat();
        }
        Map<String, Object> all = new LinkedHashMap<>();
        measured.forEach((benchmark, figures) -> all.put(benchmark.label(), figures.flat()));
        return all;
    }

    private List<Benchmark> benchmarks() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be at least 1, not " + threads);
        }
        List<Benchmark> chosen = Arrays.stream(Benchmark.values())
                .filter(benchmark -> name.equals(ALL) || benchmark.label().equals(name))
                .toList();
        if (chosen.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no benchmark '" + name + "'; known: " + String.join(", ", new Names()));
        }
        return chosen;
    }
}
