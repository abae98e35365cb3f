package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.model.signals.MessageKind.ACTIVATION;
import static org.somata.model.signals.MessageKind.TARGET;
import static org.somata.model.signals.Outcome.HANDLED;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.layers.Recall.Pairing;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Kernels;
import org.somata.model.signals.Update;

/** What credit that comes late is paired with, and whether W learns from it: layer 2 of {@link Units}. */
class PairingTest {
    /**
     * h_1 = 1 and 2 come, h_2 = ½ and 1 leave. The target 2 of the second makes 2 (1 − 2) = −2 of W, times 2: W = ½ + ½ =
     * 1, b = ¼; below 2 + 2 · 2 − 2 · 1 = 4 is told.
     */
    private static Units withOneUpdate(Kernels kernels, Pairing pairing) {
        Units units = Units.on(kernels, new Recall(4, pairing, 1));
        units.tell(2, ACTIVATION, 1, 1);
        units.tell(2, ACTIVATION, 2, 2);
        assertEquals(HANDLED, units.tell(2, TARGET, 2, 2));
        assertEquals(4, units.sent(TARGET, 1));
        assertEquals(1, units.number(2, "W"));
        assertEquals(0.25, units.number(2, "b"));
        return units;
    }

    /** Target 0, h still ½: 1 + 0 − 2 · ½ = 0 below; 2 (½ − 0) = 1: W = 1 − ⅛, b = ¼ − ⅛. */
    @ParameterizedTest
    @MethodSource("org.somata.model.layers.Units#kernels")
    void thenIsTheActivationThatLeft(Kernels kernels) {
        Units units = withOneUpdate(kernels, Pairing.THEN);
        units.tell(2, TARGET, 1, 0);
        assertEquals(0, units.sent(TARGET, 1));
        assertEquals(0.875, units.number(2, "W"));
        assertEquals(0.125, units.number(2, "b"));
        assertStaleness(units);
    }

    /** Target 0, h now 1 · 1 + ¼: 1 + 0 − 2 · 1¼ = −1½ below; 2 · 1¼ = 2½: W = 1 − 5/16, b = ¼ − 5/16. */
    @ParameterizedTest
    @MethodSource("org.somata.model.layers.Units#kernels")
    void nowIsWhatTheWeightsMakeOfTheSameInput(Kernels kernels) {
        Units units = withOneUpdate(kernels, Pairing.NOW);
        units.tell(2, TARGET, 1, 0);
        assertEquals(-1.5, units.sent(TARGET, 1));
        assertEquals(0.6875, units.number(2, "W"));
        assertEquals(-0.0625, units.number(2, "b"));
        assertStaleness(units);
    }

    private static void assertStaleness(Units units) {
        assertEquals(
                List.of(0L, 1L),
                units.sent().updates.stream()
                        .filter(update -> !update.feedback())
                        .map(Update::staleness)
                        .toList());
    }

    /** V of when the credit comes, for both halves of the difference: 1 + 3 (0 − ½) = −½. */
    @ParameterizedTest
    @MethodSource("org.somata.model.layers.Units#kernels")
    void theDifferenceIsByTheVOfNow(Kernels kernels) {
        Units units = withOneUpdate(kernels, Pairing.THEN);
        units.write(2, "V", 3);
        units.write(2, "c", 5);
        units.tell(2, TARGET, 1, 0);
        assertEquals(-0.5, units.sent(TARGET, 1));
    }

    /** h_3 = 1 and 0 come and f_4(x) = 2x leaves; the label of 0 makes b = ¼. Then 2x + ¼ − 1 = 1¼ for h_3 = 1. */
    @ParameterizedTest
    @CsvSource({"THEN, 2", "NOW, 2.5"})
    void theOutputLayerPairsLabelsLikewise(Pairing pairing, double slope) {
        Units units = Units.on(Backend.fused(), new Recall(4, pairing, 1));
        units.tell(4, ACTIVATION, 1, 1);
        units.tell(4, ACTIVATION, 2, 0);
        units.tellLabel(2);
        assertEquals(0.25, units.number(4, "b"));
        units.tellLabel(1);
        assertEquals(1 - 2 * slope, units.sent(TARGET, 3));
        assertEquals(2 - slope / 8, units.number(4, "W"));
    }

    /** p_update = 0: W stays, everything else goes on. */
    @ParameterizedTest
    @MethodSource("org.somata.model.layers.Units#kernels")
    void aLayerThatNeverActsPassesCreditOn(Kernels kernels) {
        Units units = Units.on(kernels, new Recall(4, Pairing.THEN, 0));
        for (int number = 1; number <= 3; number++) {
            units.tell(2, ACTIVATION, number, 1);
            assertEquals(HANDLED, units.tell(2, TARGET, number, 1.5));
            assertEquals(3, units.sent(TARGET, 1));
        }
        assertEquals(0.5, units.number(2, "W"));
        assertEquals(0, units.network.layer(2).versions().forward());
        assertEquals(3, units.network.layer(2).versions().feedback());
        assertEquals(3, units.network.layer(2).tally().count(Tally.MISSED));
        assertTrue(units.sent().updates.stream().allMatch(Update::feedback));
    }

    /** p_update = ½: by the draw of seed, place and presentation, whatever the order. */
    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "2, true"})
    void aLayerActsOnJustTheCreditsThatChanceSays(long seed, boolean inOrder) {
        Units units = Units.of(
                Units.networks(new Recall(400, Pairing.THEN, 0.5)).seed(seed).rates(0, 0));
        for (int number = 1; number <= 400; number++) {
            units.tell(2, ACTIVATION, number, 1);
        }
        int acted = 0;
        for (int i = 1; i <= 400; i++) {
            int number = inOrder ? i : 401 - i;
            int before = units.sent().updates.size();
            assertEquals(HANDLED, units.tell(2, TARGET, number, 1));
            double chance = Chance.uniform(Chance.key(seed, Chance.Purpose.ACTING, 2, number));
            assertEquals(before + (chance < 0.5 ? 1 : 0), units.sent().updates.size(), "presentation " + number);
            acted += chance < 0.5 ? 1 : 0;
        }
        assertEquals(200, acted, 40);
        assertEquals(400 - acted, units.network.layer(2).tally().count(Tally.MISSED));
        assertEquals(acted, units.network.layer(2).versions().forward());
    }
}
