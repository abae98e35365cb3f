package org.somata.model.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DecayTest {
    @Test
    void aConstantStays() {
        assertEquals(0.3, Decaying.constant(0.3).at(new Moment(500, 0.99)));
        assertEquals(0, Decaying.ZERO.at(Moment.START));
    }

    /** Section 3.2's noise of 0.5 / (1 + epoch / 50). */
    @Test
    void anInverseFallsByWholeEpochs() {
        Decaying noise = new Decaying(0.5, new Decay.Inverse(50));
        assertEquals(0.5, noise.at(Moment.START));
        assertEquals(0.5 / 1.02, noise.at(new Moment(1, 0.002)), 1e-15);
        assertEquals(0.25, noise.at(new Moment(50, 0.1)));
        assertEquals(0.125, noise.times(0.5).at(new Moment(50, 0.1)));
    }

    @Test
    void aLineReachesZeroAtTheEndOfTheRun() {
        Decay whole = new Decay.Linear(0);
        assertEquals(1, whole.factor(Moment.START));
        assertEquals(0.25, whole.factor(new Moment(3, 0.75)));
        Decay late = new Decay.Linear(0.5);
        assertEquals(1, late.factor(new Moment(3, 0.5)));
        assertEquals(0.5, late.factor(new Moment(3, 0.75)));
        assertEquals(0, late.factor(new Moment(9, 1)));
    }
}
