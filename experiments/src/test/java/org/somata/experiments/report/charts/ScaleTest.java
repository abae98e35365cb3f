package org.somata.experiments.report.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    private static String labels(Scale scale) {
        return scale.ticks().stream()
                .map(Tick::label)
                .filter(label -> !label.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static Extent extent(double... values) {
        return Extent.of(DoubleStream.of(values));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0 2 4 6 8 10",
        "1.8, 6.3, 1 2 3 4 5 6 7",
        "0.1, 0.32, 0.1 0.15 0.2 0.25 0.3 0.35",
        "-1, 1, −1 −0.5 0 0.5 1",
        "15, 15, 5 10 15 20 25",
        "0, 0, 0 0.2 0.4 0.6 0.8 1",
        "0, 2e7, 0 5×10⁶ 10⁷ 1.5×10⁷ 2×10⁷"
    })
    void ticksOfEqualSteps(double least, double greatest, String labels) {
        assertEquals(labels, labels(Scale.linear(extent(least, greatest), 5)));
    }

    @ParameterizedTest
    @CsvSource({
        "2e-6, 0.3, 10⁻⁵ 10⁻⁴ 10⁻³ 10⁻² 10⁻¹",
        "1.8, 6.3, 2 3 4 6",
        "0.5, 40, 0.5 1 2 5 10 20",
        "0.02, 9, 0.1 1 10",
        "1e-20, 1, 10⁻¹⁸ 10⁻¹⁵ 10⁻¹² 10⁻⁹ 10⁻⁶ 10⁻³ 10⁰",
        "5, 5, 4 6"
    })
    void ticksOfEqualFactors(double least, double greatest, String labels) {
        assertEquals(labels, labels(Scale.logarithmic(extent(least, greatest))));
    }

    @Test
    void zeroHasAPlaceBelowALogarithmicAxis() {
        Scale scale = Scale.logarithmic(extent(0, 0.01, 10));
        assertEquals("0 0.01 0.1 1 10", labels(scale));
        assertEquals(0, scale.at(0));
        assertTrue(scale.at(0.01) > 0.05);
        assertEquals(1, scale.at(1e9));
        assertEquals("0", labels(Scale.logarithmic(extent(0, 0))).split(" ")[0]);
    }

    @Test
    void whatFallsByMuchIsShownLogarithmically() {
        assertTrue(Scale.fitting(extent(1, 3.5), 5) instanceof LogScale);
        assertTrue(Scale.fitting(extent(1, 2.5), 5) instanceof LinearScale);
        assertTrue(Scale.fitting(extent(-1, 100), 5) instanceof LinearScale);
        assertTrue(Scale.fitting(extent(), 5) instanceof LinearScale);
    }

    @Test
    void namesStandSideBySide() {
        Scale scale = Scale.categories(List.of("relu", "tanh"));
        assertEquals("relu tanh", labels(scale));
        assertEquals(0.25, scale.at(0));
        assertEquals(0.75, scale.at(1));
    }

    @Test
    void labelsAtTheEndsOfLinesDoNotOverlap() {
        List<EndLabels.Label> apart = EndLabels.apart(
                List.of(
                        new EndLabels.Label("A", "", 500, 100),
                        new EndLabels.Label("B", "", 500, 101),
                        new EndLabels.Label("C", "", 500, 101.5),
                        new EndLabels.Label("D", "", 100, 100)),
                10,
                104);
        for (EndLabels.Label one : apart) {
            for (EndLabels.Label other : apart) {
                assertTrue(one.key().equals(other.key()) || one.x() != other.x() || Math.abs(one.y() - other.y()) > 10);
            }
            assertTrue(one.y() <= 104);
        }
    }
}
