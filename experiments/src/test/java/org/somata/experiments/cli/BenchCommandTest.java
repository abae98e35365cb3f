package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.somata.experiments.bench.Benchmark;

class BenchCommandTest {
    @Test
    void anUnknownBenchmarkIsToldTheKnownOnes() {
        Outcome outcome = InProcess.somata("bench", "stairs");
        assertEquals(ExitStatus.WRONG_USAGE, outcome.status());
        assertTrue(outcome.err().contains("there is no benchmark 'stairs'; known: step, peak,"), outcome::err);
        assertTrue(outcome.err().contains("startup, all"), outcome::err);
    }

    @Test
    void oneFormatAtATime() {
        Outcome outcome = InProcess.somata("bench", "--json", "--markdown");
        assertEquals(ExitStatus.WRONG_USAGE, outcome.status());
        assertTrue(outcome.err().contains("--json"), outcome::err);
    }

    @Test
    void threadsAreAtLeastOne() {
        Outcome outcome = InProcess.somata("bench", "--threads", "0");
        assertEquals(ExitStatus.WRONG_USAGE, outcome.status());
        assertTrue(outcome.err().contains("--threads must be at least 1, not 0"), outcome::err);
    }

    @Test
    void helpNamesEveryBenchmark() {
        String help = InProcess.somata("bench", "--help").out();
        for (Benchmark benchmark : Benchmark.values()) {
            assertTrue(help.contains(benchmark.label()), benchmark.label());
        }
    }
}
