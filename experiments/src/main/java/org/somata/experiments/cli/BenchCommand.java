package org.somata.experiments.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.somata.experiments.bench.Benchmark;
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
    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "step, engines, orders, sizes, depth, width, batch, messages, allocation; step unless told.")
    private String name = "step";

    @Option(names = "--json", description = "Print a JSON object on one line.")
    private boolean json;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that the layer actors share; all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        Map<String, Double> figures = benchmark().run(threads);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(figures));
        } else {
            figures.forEach((figure, value) -> out.printf(Locale.ROOT, "%-24s %10.3f%n", figure, value));
        }
        return ExitStatus.DONE;
    }

    private Benchmark benchmark() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be at least 1, not " + threads);
        }
        return Arrays.stream(Benchmark.values())
                .filter(benchmark -> benchmark.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no benchmark '" + name + "'; known: "
                                + Arrays.stream(Benchmark.values())
                                        .map(Benchmark::label)
                                        .collect(Collectors.joining(", "))));
    }
}
