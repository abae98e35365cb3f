package org.somata.experiments.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderingTest {
    private static final Surroundings WHERE = new Surroundings(
            "./somata bench all --markdown",
            LocalDate.of(2026, 11, 23),
            "0.1.0, commit abc",
            "Analytical Engine, 2 cores",
            "Linux amd64",
            "HotSpot 17",
            "OpenBLAS 0.3.19");

    @ParameterizedTest
    @CsvSource({
        "6.11049, 6.110",
        "0.412345, 0.4123",
        "301245.6, 301200",
        "1000, 1000",
        "0, 0",
        "0.0000123456, 0.00001235",
        "NaN, NaN"
    })
    void numbersHaveFourDigitsAndNoPowersOfTen(double value, String wanted) {
        assertEquals(wanted, Rendering.number(value));
    }

    @Test
    void columnsAreAligned() {
        assertEquals(
                List.of(
                        "            median        min        max",
                        "step_ms      5.000      4.000      7.000",
                        "rate         30000      30000      30000"),
                Rendering.columns(figures()));
    }

    @Test
    void aMarkdownFileSaysWhereItsFiguresComeFrom() {
        Map<Benchmark, Figures> measured = new LinkedHashMap<>();
        measured.put(Benchmark.STEP, figures());
        measured.put(Benchmark.PEAK, new Figures());
        assertEquals(
                List.of(
                        "# Speed",
                        "",
                        "Made on 2026-11-23 by `./somata bench all --markdown`.",
                        "",
                        "- Somata 0.1.0, commit abc",
                        "- Analytical Engine, 2 cores",
                        "- Linux amd64",
                        "- HotSpot 17",
                        "- OpenBLAS 0.3.19",
                        "",
                        "## step",
                        "",
                        Benchmark.STEP.description(),
                        "",
                        "| figure | median | min | max |",
                        "|---|---|---|---|",
                        "| step_ms | 5.000 | 4.000 | 7.000 |",
                        "| rate | 30000 | 30000 | 30000 |",
                        "",
                        "## peak",
                        "",
                        Benchmark.PEAK.description(),
                        "",
                        "| figure | median | min | max |",
                        "|---|---|---|---|"),
                Rendering.markdown(WHERE, measured));
    }

    private static Figures figures() {
        Figures figures = new Figures();
        figures.put("step_ms", Spread.of(7, 4, 5));
        figures.put("rate", Spread.exactly(30_000));
        return figures;
    }
}
