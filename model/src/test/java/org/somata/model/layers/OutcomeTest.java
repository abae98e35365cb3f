package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.model.signals.MessageKind.ACTIVATION;
import static org.somata.model.signals.MessageKind.TARGET;
import static org.somata.model.signals.Outcome.DUPLICATE;
import static org.somata.model.signals.Outcome.EXPIRED;
import static org.somata.model.signals.Outcome.HANDLED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.layers.Recall.Pairing;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.signals.Report;

/** What becomes of messages that come twice, late, or without what they belong to: layer 2 of {@link Units}. */
class OutcomeTest {
    private static Units units(int memory) {
        return Units.on(Backend.fused(), new Recall(memory, Pairing.THEN, 1));
    }

    private static long count(Units units, String what) {
        return units.network.layer(2).tally().count(what);
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.layers.Units#kernels")
    void copiesAreDropped(Kernels kernels) {
        Units units = Units.on(kernels, new Recall(2, Pairing.THEN, 1));
        assertEquals(HANDLED, units.tell(2, ACTIVATION, 1, 1));
        assertEquals(0.5, units.sent(ACTIVATION, 3));
        assertEquals(DUPLICATE, units.tell(2, ACTIVATION, 1, 1));
        assertTrue(units.nothingHappened());
        // h = ½, ĥ = 1½: 2 (h − ĥ) = −2, times h_1 = 1
        assertEquals(HANDLED, units.tell(2, TARGET, 1, 1.5));
        assertEquals(0.75, units.number(2, "W"));
        assertEquals(DUPLICATE, units.tell(2, TARGET, 1, 1.5));
        assertTrue(units.nothingHappened());
        assertEquals(DUPLICATE, units.tell(2, ACTIVATION, 1, 1));
        assertTrue(units.nothingHappened());
        assertEquals(0.75, units.number(2, "W"));
        assertEquals(3, count(units, Tally.DUPLICATE));
        assertEquals(0, count(units, Tally.EXPIRED));
    }

    /** It never came; or it comes later than its credit, of which another copy may then still be of use. */
    @Test
    void creditForAnActivationThatNeverCameIsDropped() {
        Units units = units(2);
        assertEquals(EXPIRED, units.tell(2, TARGET, 1, 1.5));
        assertTrue(units.nothingHappened());
        assertEquals(1, count(units, Tally.EXPIRED));
        assertEquals(0, units.network.layer(2).versions().forward());
        assertEquals(HANDLED, units.tell(2, ACTIVATION, 1, 1));
        assertEquals(HANDLED, units.tell(2, TARGET, 1, 1.5));
        assertEquals(0.75, units.number(2, "W"));
    }

    @Test
    void withAMemoryOfOneThePresentationBeforeIsForgotten() {
        Units units = units(1);
        units.tell(2, ACTIVATION, 1, 1);
        units.tell(2, ACTIVATION, 2, 4);
        assertEquals(1, count(units, Tally.FORGOTTEN));
        assertEquals(EXPIRED, units.tell(2, TARGET, 1, 1.5));
        assertTrue(units.nothingHappened());
        // h = 2, ĥ = 1½: 2 (h − ĥ) = 1, times h_1 = 4
        assertEquals(HANDLED, units.tell(2, TARGET, 2, 1.5));
        assertEquals(0, units.number(2, "W"));
        assertEquals(EXPIRED, units.tell(2, TARGET, 1, 1.5));
        assertEquals(2, count(units, Tally.EXPIRED));
        assertEquals(1, count(units, Tally.FORGOTTEN));
    }

    /** The oldest goes first, whatever has been heard of the others since. What is over takes no room. */
    @Test
    void theOldestIsForgottenFirst() {
        Units units = units(2);
        for (int number = 1; number <= 2; number++) {
            units.tell(2, ACTIVATION, number, number);
        }
        assertEquals(HANDLED, units.tell(2, TARGET, 2, 1));
        units.tell(2, ACTIVATION, 3, 3);
        assertEquals(0, count(units, Tally.FORGOTTEN));
        units.tell(2, ACTIVATION, 4, 4);
        assertEquals(1, count(units, Tally.FORGOTTEN));
        assertEquals(EXPIRED, units.tell(2, TARGET, 1, 1));
        assertEquals(HANDLED, units.tell(2, TARGET, 4, 1));
        assertEquals(HANDLED, units.tell(2, TARGET, 3, 1));
        assertEquals(1, count(units, Tally.FORGOTTEN));
    }

    /** Presentation after presentation, none of which ever comes to its end: a few are known, and the rest expired. */
    @Test
    void ofManyOnlyTheLatestAreRemembered() {
        Units units = units(3);
        for (int number = 1; number <= 1000; number++) {
            assertEquals(HANDLED, units.tell(2, ACTIVATION, number, 1));
        }
        assertEquals(997, count(units, Tally.FORGOTTEN));
        assertEquals(DUPLICATE, units.tell(2, ACTIVATION, 950, 1));
        assertEquals(EXPIRED, units.tell(2, TARGET, 997, 1));
        assertEquals(HANDLED, units.tell(2, TARGET, 998, 1));
        assertEquals(EXPIRED, units.tell(2, TARGET, 5, 1));
    }

    /** The presentation is over when layer 1 has acted, and only then, and once. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0"})
    void theLowestLayerReportsTheEndOnce(int place, int reports) {
        Units units = units(2);
        assertEquals(EXPIRED, units.tell(place, TARGET, 1, 1));
        units.tell(place, ACTIVATION, 1, 1);
        assertEquals(List.of(), units.sent().reports);
        units.tell(place, TARGET, 1, 1);
        units.tell(place, TARGET, 1, 1);
        assertEquals(reports, units.sent().reports.size());
        if (reports > 0) {
            assertEquals(
                    new Report.Completed(Units.presentation(1)),
                    units.sent().reports.get(0));
        }
    }
}
