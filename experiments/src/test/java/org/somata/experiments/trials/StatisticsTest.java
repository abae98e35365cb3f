package org.somata.experiments.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final double NONE = Double.NaN;

    @Test
    void meanAndDeviationOfTheSample() {
        Statistics of = Statistics.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));
        assertEquals(8, of.n());
        assertEquals(5, of.mean());
        assertEquals(Math.sqrt(32.0 / 7), of.deviation(), 1e-15);
        assertEquals(Math.sqrt(32.0 / 7 / 8), of.standardError(), 1e-15);
    }

    @Test
    void valuesFarFromZeroKeepTheirDeviation() {
        assertEquals(1, Statistics.of(List.of(1e9 - 1, 1e9, 1e9 + 1)).deviation());
    }

    @Test
    void oneValueHasNoDeviationAndNoneHasNoMean() {
        assertEquals(new Statistics(3, NONE, 1), Statistics.of(List.of(3.0)));
        assertEquals(new Statistics(NONE, NONE, 0), Statistics.of(List.of()));
        assertEquals(NONE, Statistics.of(List.of(3.0)).standardError());
    }

    @Test
    void whatIsNotThereCountsNothing() {
        assertEquals(Statistics.of(List.of(1.0, 3.0)), Statistics.of(List.of(1.0, NONE, 3.0)));
    }

    @Test
    void differencesAreOfTheSameSeed() {
        Map<Long, Double> first = Map.of(1L, 1.0, 2L, 2.0, 3L, 3.0, 4L, NONE);
        Map<Long, Double> other = Map.of(2L, 2.5, 3L, 4.5, 4L, 1.0, 5L, 100.0);
        assertEquals(new PairedDifference(1, Math.sqrt(0.5) / Math.sqrt(2), 2), PairedDifference.of(first, other));
        assertEquals(0, PairedDifference.of(first, Map.of(7L, 1.0)).n());
    }

    @Test
    void inJsonWhatIsNotThereIsNull() throws Exception {
        assertEquals(
                "{\"mean\":3.0,\"std\":null,\"n\":1}",
                new ObjectMapper().writeValueAsString(Statistics.of(List.of(3.0))));
    }
}
