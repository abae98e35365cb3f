package org.somata.experiments.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every benchmark measures something; how fast is nobody's business here. */
class BenchmarkTest {
    private static final Conditions HASTY = new Conditions(2, new Pace(0, 1, 0));

    /** The widest networks want more memory than tests should. What is added may be less than nothing in one short round. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"WIDTH"})
    void everyFigureIsAPositiveNumber(Benchmark benchmark) {
        Map<String, Double> flat = benchmark.run(HASTY).flat();
        assertFalse(flat.isEmpty());
        flat.forEach((name, value) -> assertTrue(
                Double.isFinite(value) && (value > 0 || name.contains("bytes") || name.contains("_added_")),
                name + " is " + value));
    }

    @Test
    void onOneThreadThereIsNothingToCompareWithMore() {
        Set<String> names =
                Benchmark.ENGINES.run(new Conditions(1, HASTY.pace())).byName().keySet();
        assertEquals(Set.of("loop_ms", "actors_1_thread_ms", "actors_1_thread_over_loop"), names);
    }

    @Test
    void scriptsFindTheFiguresOfAStepByTheseNames() {
        assertTrue(Benchmark.STEP
                .run(HASTY)
                .flat()
                .keySet()
                .containsAll(Set.of("dtp_step_ms", "bp_step_ms", "gemm_gflops", "dtp_step_ms_min", "dtp_step_ms_max")));
    }
}
