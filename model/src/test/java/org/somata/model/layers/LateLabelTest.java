package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.model.signals.MessageKind.ACTIVATION;
import static org.somata.model.signals.MessageKind.TARGET;
import static org.somata.model.signals.Outcome.DUPLICATE;
import static org.somata.model.signals.Outcome.EXPIRED;
import static org.somata.model.signals.Outcome.HANDLED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.layers.Recall.Pairing;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;

/**
 * The output layer of {@link Units}, to which labels come over a link of their own: f_4(x) = 2x should be 1, L = (f_4(x) −
 * 1)², so that for x = 1 ∂L/∂a = 2, ∂L/∂x = 4, ĥ_3 = 1 − 1 · 4 = −3, and W becomes 2 − ⅛ · 2 = 1¾, b −¼.
 */
class LateLabelTest {
    private static Units units(int memory) {
        return Units.on(Backend.fused(), new Recall(memory, Pairing.THEN, 1));
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.layers.Units#kernels")
    void aLabelBeforeItsActivation(Kernels kernels) {
        Units units = Units.on(kernels, new Recall(2, Pairing.THEN, 1));
        assertEquals(HANDLED, units.tellLabel(1));
        assertTrue(units.nothingHappened());
        assertEquals(HANDLED, units.tell(4, ACTIVATION, 1, 1));
        check(units);
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.layers.Units#kernels")
    void aLabelAfterItsActivation(Kernels kernels) {
        Units units = Units.on(kernels, new Recall(2, Pairing.THEN, 1));
        assertEquals(HANDLED, units.tell(4, ACTIVATION, 1, 1));
        assertTrue(units.nothingHappened());
        assertEquals(HANDLED, units.tellLabel(1));
        check(units);
    }

    private static void check(Units units) {
        assertEquals(-3, units.sent(TARGET, 3));
        assertEquals(1.75, units.number(4, "W"));
        assertEquals(-0.25, units.number(4, "b"));
        assertEquals(1, units.network.layer(4).tally().mean(OutputLayer.TRAINING_COST));
        assertEquals(DUPLICATE, units.tellLabel(1));
        assertEquals(DUPLICATE, units.tell(4, ACTIVATION, 1, 1));
        assertTrue(units.nothingHappened());
        assertEquals(1, units.network.layer(4).versions().forward());
    }

    /** It is paired with its own, however many have come since; and is then stale. */
    @Test
    void aLabelThatComesAfterTheNextPresentations() {
        Units units = units(3);
        units.tell(4, ACTIVATION, 1, 1);
        units.tell(4, ACTIVATION, 2, 0);
        units.tellLabel(2);
        // ∂L/∂a = 2 (0 − 1): W stays, b = ¼
        assertEquals(0.25, units.number(4, "b"));
        units.tellLabel(1);
        assertEquals(1.75, units.number(4, "W"));
        assertEquals(0, units.number(4, "b"));
        assertEquals(1, units.sent().updates.get(1).staleness());
    }

    /** What has lost its other half can no longer be of use: it must not take the place of what can. */
    @Test
    void aLabelOfWhatWasForgottenIsExpired() {
        Units units = units(1);
        units.tell(4, ACTIVATION, 1, 1);
        units.tell(4, ACTIVATION, 2, 1);
        assertEquals(EXPIRED, units.tellLabel(1));
        assertTrue(units.nothingHappened());
        assertEquals(HANDLED, units.tellLabel(2));
        assertEquals(-3, units.sent(TARGET, 3));
        assertEquals(1.75, units.number(4, "W"));
    }

    @Test
    void anActivationWhoseLabelWasForgottenIsExpired() {
        Units units = units(1);
        units.tellLabel(1);
        units.tellLabel(2);
        assertEquals(EXPIRED, units.tell(4, ACTIVATION, 1, 1));
        assertEquals(HANDLED, units.tell(4, ACTIVATION, 2, 1));
        assertEquals(1.75, units.number(4, "W"));
        assertEquals(1, units.network.layer(4).tally().count(Tally.FORGOTTEN));
        assertEquals(1, units.network.layer(4).tally().count(Tally.EXPIRED));
    }
}
