package org.somata.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.somata.experiments.markup.Element;
import org.somata.experiments.trials.Statistics;

class NumbersTest {
    private static String text(List<Element> cells) {
        return cells.stream()
                .map(Element::toString)
                .collect(Collectors.joining())
                .replaceAll("<[^>]*>", "|");
    }

    @Test
    void fixed() {
        assertEquals("1.86", Numbers.fixed(1.8649, 2));
        assertEquals("−0.05", Numbers.fixed(-0.05, 2));
        assertEquals("0.00", Numbers.fixed(-0.001, 2));
        assertEquals("–", Numbers.fixed(Double.NaN, 2));
        assertEquals("–", Numbers.fixed(Double.POSITIVE_INFINITY, 2));
    }

    @Test
    void signed() {
        assertEquals("+0.050", Numbers.signed(0.05, 3));
        assertEquals("0.000", Numbers.signed(0.0001, 3));
        assertEquals("−0.050", Numbers.signed(-0.05, 3));
    }

    @Test
    void prefixed() {
        assertEquals("398 Gbit", Numbers.prefixed(398_182_400_000.0, "bit").replace('\u00a0', ' '));
        assertEquals("7.88 Mbit", Numbers.prefixed(7_884_800, "bit").replace('\u00a0', ' '));
        assertEquals("0 bit", Numbers.prefixed(0, "bit").replace('\u00a0', ' '));
        assertEquals("1.00 kbit", Numbers.prefixed(999.6, "bit").replace('\u00a0', ' '));
        assertEquals("–", Numbers.prefixed(Double.NaN, "bit"));
    }

    @Test
    void durations() {
        assertEquals("45.2 s", Numbers.duration(45.23).replace('\u00a0', ' '));
        assertEquals("8 min 57 s", Numbers.duration(537.4).replace('\u00a0', ' '));
        assertEquals("3 h 05 min", Numbers.duration(11_130).replace('\u00a0', ' '));
        assertEquals("1 min 00 s", Numbers.duration(59.99).replace('\u00a0', ' '));
    }

    @Test
    void whatIsCountedIsWholeAsARule() {
        assertEquals("78\u202f848", Numbers.counted(78848));
        assertEquals("192.5", Numbers.counted(192.5));
        assertEquals("–", Numbers.counted(Double.NaN));
    }

    @Test
    void aMeanAndItsDeviationShareAPowerOfTen() {
        assertEquals("|9.63||± 0.16 |×\u202f10|−5|||", text(Grid.scientific(new Statistics(9.629e-5, 1.6e-6, 3))));
        assertEquals("|1.00|||×\u202f10|1|||", text(Grid.scientific(new Statistics(9.996, Double.NaN, 1))));
        assertEquals("|–|||", text(Grid.scientific(new Statistics(Double.NaN, Double.NaN, 0))));
    }

    @Test
    void aSingleValueHasNoDeviation() {
        assertEquals("|1.84|||", text(Grid.mean(new Statistics(1.84, Double.NaN, 1), 2)));
        assertEquals("|1.84||± 0.04 |", text(Grid.mean(new Statistics(1.84, 0.04, 5), 2)));
    }
}
