package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.LinkSpec;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.signals.Levels;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Transmission;

/** A sign is finite whatever it is the sign of: a layer between cables has to say itself that it has diverged. */
class CableDivergenceTest {
    private static final Table EXAMPLES = Table.corners(1, 20);

    /** Targets far enough from activations that their signs differ; otherwise nothing would be learned below. */
    private static Networks networks(boolean receiver) {
        Transmission sign = new Transmission.Sign(Levels.PLUS_MINUS_ONE);
        LinkSpec cable = new LinkSpec(sign, sign, sign, receiver);
        return Networks.of(4, 6, 5, 5, 3)
                .rule(new DifferenceTargetPropagation(30))
                .noise(0.1)
                .link(2, cable)
                .link(3, cable)
                .link(4, new LinkSpec(sign, Transmission.REAL, sign, false));
    }

    private static String divergence(Taught network, int place) {
        var thrown = assertThrows(DivergedException.class, () -> network.present(Purpose.LEARN, EXAMPLES));
        assertEquals(place, thrown.report().place());
        return thrown.getMessage();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, false", "4, false", "1, true", "2, true", "3, true", "4, true"})
    void anUpdateOfWThatDivergesIsReported(int place, boolean receiver) {
        Taught network = networks(receiver).rateOf(place, 1e30).fused();
        assertEquals(
                "diverged in layer " + place + " at step 1: the update of W is not a finite number",
                divergence(network, place));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUpdateOfVThatDivergesIsReportedWhereVLives(boolean receiver) {
        Taught network = networks(receiver).rates(0.01, 1e30).fused();
        assertEquals(
                "diverged in layer " + (receiver ? 1 : 2) + " at step 1: the update of V"
                        + (receiver ? " of the layer above" : "") + " is not a finite number",
                divergence(network, receiver ? 1 : 2));
    }

    /** The layer above hears bits of what is no number, and goes on. */
    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, false", "1, true", "2, true", "3, true"})
    void activationsThatAreNoNumbersAreReportedByTheLayerThatHasThem(int place, boolean receiver) {
        Taught network = networks(receiver).fused();
        var bias = network.layer(place).forward().bias();
        float[] values = bias.toFloats();
        values[1] = Float.NaN;
        bias.write(values);
        divergence(network, place);
    }
}
