package org.somata.experiments.propositions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void aBoundIsKeptToOnItsSide() {
        assertTrue(Check.atMost("distance", 0.1, 0.1).holds());
        assertFalse(Check.atMost("distance", 0.11, 0.1).holds());
        assertTrue(Check.atLeast("slope", 1, 0.9).holds());
        assertFalse(Check.atLeast("slope", 0.8, 0.9).holds());
    }

    @Test
    void whatIsNoNumberKeepsToNone() {
        assertFalse(Check.atMost("distance", Double.NaN, 0.1).holds());
        assertFalse(Check.atLeast("slope", Double.NaN, 0.9).holds());
    }

    @Test
    void itSaysWhatWasMeasuredAgainstWhat() {
        assertEquals(
                "distance 1.50e-12 ≤ 1.00e-10",
                Check.atMost("distance", 1.5e-12, 1e-10).text());
        assertEquals(
                "slope 0.8000, not ≥ 0.9000", Check.atLeast("slope", 0.8, 0.9).text());
        assertEquals("moved 0 ≤ 0", Check.atMost("moved", 0, 0).text());
    }
}
