package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final String NAME = Tally.STALENESS;

    private final Tally tally = new Tally();

    @Test
    void itKnowsSumCountMeanAndGreatest() {
        tally.add(NAME, -3);
        assertEquals(-3, tally.max(NAME));
        tally.add(NAME, 5);
        tally.add(NAME, 1);
        assertEquals(3, tally.sum(NAME));
        assertEquals(3, tally.count(NAME));
        assertEquals(1, tally.mean(NAME));
        assertEquals(5, tally.max(NAME));
    }

    @Test
    void whatWasNeverAddedIsNothing() {
        assertEquals(0, tally.count(NAME));
        assertEquals(Double.NaN, tally.mean(NAME));
        assertEquals(Double.NaN, tally.max(NAME));
    }

    @Test
    void aCheckpointTakesAllOfItAlong() {
        tally.add(NAME, 7);
        tally.add(NAME, 2);
        Tally other = new Tally();
        other.restore(tally.entries());
        other.add(NAME, 3);
        assertEquals(12, other.sum(NAME));
        assertEquals(3, other.count(NAME));
        assertEquals(7, other.max(NAME));
        assertEquals(2, tally.count(NAME));
    }

    @Test
    void ofAnEarlierCheckpointTheGreatestIsNotKnown() {
        tally.restore(Map.of(NAME, new double[] {12, 3}));
        tally.add(NAME, 100);
        assertEquals(28, tally.mean(NAME));
        assertEquals(Double.NaN, tally.max(NAME));
    }
}
