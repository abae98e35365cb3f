package org.somata.model.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, with every parameter; how fast is nobody's business here. */
class BenchmarksTest {
    @Test
    void everyBenchmarkRuns() throws RunnerException {
        // builds on one machine do not wait for each other
        System.setProperty("jmh.ignoreLock", "true");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        Set<String> classes = results.stream()
                .map(result -> result.getParams().getBenchmark().split("\\.")[4])
                .collect(Collectors.toSet());
        assertEquals(Set.of("ProductBenchmark", "ElementBenchmark", "OptimiserBenchmark", "StepBenchmark"), classes);
        for (RunResult result : results) {
            assertTrue(
                    result.getPrimaryResult().getScore() > 0,
                    () -> result.getParams().getBenchmark() + " took no time");
        }
    }
}
