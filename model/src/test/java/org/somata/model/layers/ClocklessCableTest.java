package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.model.signals.MessageKind.ACTIVATION;
import static org.somata.model.signals.MessageKind.FEEDBACK_ACTIVATION;
import static org.somata.model.signals.MessageKind.PROBE;
import static org.somata.model.signals.MessageKind.PROBE_REPLY;
import static org.somata.model.signals.MessageKind.TARGET;
import static org.somata.model.signals.Outcome.EXPIRED;
import static org.somata.model.signals.Outcome.HANDLED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.somata.model.Networks;
import org.somata.model.layers.Recall.Pairing;
import org.somata.model.signals.Transmission;
import org.somata.model.signals.Update;

/** Layer 1 of {@link Units}, at the lower end of a cable: g_2 lives there, and every message on the cable may be lost. */
class ClocklessCableTest {
    private static final LinkSpec CABLE = new LinkSpec(Transmission.REAL, Transmission.REAL, Transmission.REAL, true);

    private static Networks networks() {
        return Units.networks(new Recall(1, Pairing.THEN, 1)).link(2, CABLE);
    }

    private static List<Boolean> updates(Units units) {
        return units.sent().updates.stream().map(Update::feedback).toList();
    }

    /** h_1 = 1, h_2 = ½, ĥ_2 = 1½: ĥ_1 = 1 + 2 (1½ − ½) = 3, so that 2 (h_1 − ĥ_1) = −4 of W; V learns from the reply. */
    @Test
    void allThatCrossesTheCableIsPairedByPresentation() {
        Units units = Units.of(networks());
        units.tell(1, ACTIVATION, 1, 1);
        assertEquals(1, units.sent(PROBE, 2));
        assertEquals(HANDLED, units.tell(1, PROBE_REPLY, 1, 0.5));
        assertEquals(HANDLED, units.tell(1, FEEDBACK_ACTIVATION, 1, 0.5));
        assertEquals(HANDLED, units.tell(1, TARGET, 1, 1.5));
        assertEquals(1.5, units.number(1, "W"));
        assertEquals(List.of(true, false), updates(units));
        assertEquals(1, units.network.layer(1).tally().count(Tally.FEEDBACK_STALENESS_ABOVE));
        assertEquals(0, units.network.layer(1).tally().mean(Tally.FEEDBACK_STALENESS_ABOVE));
    }

    @Test
    void aTargetWithoutWhatItIsToMoveIsExpired() {
        Units units = Units.of(networks());
        units.tell(1, ACTIVATION, 1, 1);
        assertEquals(EXPIRED, units.tell(1, TARGET, 1, 1.5));
        assertTrue(units.nothingHappened());
        assertEquals(HANDLED, units.tell(1, FEEDBACK_ACTIVATION, 1, 0.5));
        assertEquals(HANDLED, units.tell(1, TARGET, 1, 1.5));
        assertEquals(EXPIRED, units.tell(1, PROBE_REPLY, 1, 0.5));
        assertEquals(List.of(false), updates(units));
    }

    /** After the target: where no reply has come, none of another presentation stands in for it. */
    @Test
    void withoutAReplyVDoesNotLearn() {
        Units units = Units.of(networks().feedbackAfterTarget());
        for (int number = 1; number <= 2; number++) {
            units.tell(1, ACTIVATION, number, 1);
            if (number == 1) {
                units.tell(1, PROBE_REPLY, number, 0.5);
            }
            units.tell(1, FEEDBACK_ACTIVATION, number, 0.5);
            assertEquals(HANDLED, units.tell(1, TARGET, number, 1.5));
        }
        assertEquals(List.of(false, true, false), updates(units));
    }

    /** The upper end answers any probe, whether it has heard the activation or not. */
    @Test
    void aProbeNeedsNoActivation() {
        Units units = Units.of(networks());
        assertEquals(HANDLED, units.tell(2, PROBE, 1, 3));
        assertEquals(1.5, units.sent(PROBE_REPLY, 1));
        assertEquals(HANDLED, units.tell(2, ACTIVATION, 1, 1));
    }

    /** Those of two presentations, though V has not learned in between. */
    @Test
    void probesHaveNoiseOfTheirOwn() {
        Units units = Units.of(networks().noise(0.5));
        units.tell(1, ACTIVATION, 1, 1);
        double first = units.sent(PROBE, 2);
        units.tell(1, ACTIVATION, 2, 1);
        assertNotEquals(first, units.sent(PROBE, 2));
        assertNotEquals(1, first);
    }
}
