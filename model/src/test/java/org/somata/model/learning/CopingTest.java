package org.somata.model.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CopingTest {
    @Test
    void ratesFallWithStaleness() {
        for (RateScaling scaling : RateScaling.values()) {
            assertEquals(1, scaling.factor(0), scaling.toString());
        }
        assertEquals(1, RateScaling.NONE.factor(99));
        assertEquals(0.5, RateScaling.INVERSE_ROOT.factor(3));
        assertEquals(0.25, RateScaling.INVERSE.factor(3));
        assertEquals(0.1, RateScaling.INVERSE_ROOT.factor(99));
        assertEquals(0.01, RateScaling.INVERSE.factor(99));
    }

    @Test
    void aStaleUpdateHasLessMomentum() {
        Coping corrected = new Coping(RateScaling.NONE, true, 1);
        assertEquals(new Optimiser.Sgd(0.225), corrected.correct(new Optimiser.Sgd(0.9), 3));
        assertEquals(
                new Optimiser.CentredRmsprop(0.95, 0.45, 1e-3),
                corrected.correct(new Optimiser.CentredRmsprop(0.95, 0.9, 1e-3), 1));
    }

    @Test
    void nothingIsCorrectedWhereNothingIsStaleOrNobodyAskedForIt() {
        Optimiser optimiser = new Optimiser.Sgd(0.9);
        assertSame(optimiser, new Coping(RateScaling.NONE, true, 1).correct(optimiser, 0));
        assertSame(optimiser, Coping.NONE.correct(optimiser, 7));
        for (Optimiser without : List.of(new Optimiser.Adam(0.9, 0.999, 1e-8), new Optimiser.Rmsprop(0.9, 1e-6))) {
            assertEquals(false, without.hasMomentum());
            assertSame(without, without.damped(0.5));
        }
    }

    @Test
    void anUpdateTakesAtLeastOneGradient() {
        var error = assertThrows(IllegalArgumentException.class, () -> new Coping(RateScaling.NONE, false, 0));
        assertEquals("an update from 0 gradients; give 1 for one from each, or more", error.getMessage());
    }
}
