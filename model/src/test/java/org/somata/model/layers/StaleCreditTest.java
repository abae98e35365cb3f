package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Networks;
import org.somata.model.Taught;
import org.somata.model.learning.Coping;
import org.somata.model.learning.Moment;
import org.somata.model.learning.RateScaling;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Update;

/** A layer to which two activations have come before the first target: the second target is stale by one version. */
class StaleCreditTest {
    private static final Presentation FIRST = new Presentation(1, Purpose.LEARN, Moment.START, 1);
    private static final Presentation SECOND = new Presentation(2, Purpose.LEARN, Moment.START, 1);

    static Stream<Kernels> kernels() {
        return StaleUpdateTest.kernels();
    }

    private static Networks networks(Coping coping) {
        return Networks.of(4, 3, 2, 2).batch(1).coping(coping, Coping.NONE);
    }

    /** Both activations go up, then both targets come down. */
    private static Sent twoUnderWay(Taught network) {
        Sent sent = new Sent();
        for (Presentation presentation : List.of(FIRST, SECOND)) {
            tell(network, MessageKind.ACTIVATION, presentation, sent, 1, 0.5, -1, presentation.number());
        }
        for (Presentation presentation : List.of(FIRST, SECOND)) {
            tell(network, MessageKind.TARGET, presentation, sent, 0.25, 0.5, 0.75);
        }
        return sent;
    }

    private static void tell(Taught network, MessageKind kind, Presentation of, Sent sent, double... values) {
        Matrix matrix = network.kernels.matrix(1, values.length);
        matrix.write(values);
        network.layer(1).handle(kind, of, new Signal.Real(matrix), sent);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theLayerScalesItsRateToTheStalenessThatItTells(Kernels kernels) {
        Taught plain = networks(Coping.NONE).on(kernels);
        Taught scaled = networks(new Coping(RateScaling.INVERSE, false, 1)).on(kernels);
        Sent sent = twoUnderWay(plain);
        assertEquals(
                List.of(0L, 1L), sent.updates.stream().map(Update::staleness).toList());
        assertEquals(0.5, plain.layer(1).tally().mean(Tally.STALENESS));
        Sent less = twoUnderWay(scaled);
        assertEquals(
                List.of(0L, 1L), less.updates.stream().map(Update::staleness).toList());
        assertEquals(sent.updates.get(0).norm(), less.updates.get(0).norm());
        assertEquals(0.5 * sent.updates.get(1).norm(), less.updates.get(1).norm(), StaleUpdateTest.precision(kernels));
    }

    /** The mean of both gradients, at the staleness of neither more than 0: no version has passed. */
    @ParameterizedTest
    @MethodSource("kernels")
    void gatheringTellsOfOneUpdate(Kernels kernels) {
        Coping two = new Coping(RateScaling.INVERSE, false, 2);
        Taught gathering = networks(two).on(kernels);
        Sent sent = twoUnderWay(gathering);
        assertEquals(1, sent.updates.size());
        Update update = sent.updates.get(0);
        assertEquals(SECOND, update.presentation());
        assertEquals(1, update.version());
        assertEquals(0, update.staleness());
        assertEquals(1, gathering.layer(1).tally().count(Tally.STALENESS));
        assertEquals(2, gathering.layer(1).tally().count(Tally.TARGET_LOSS));

        // the same gradients without gathering: each is taken at an activation of before both
        Taught single = networks(Coping.NONE).on(kernels);
        double[] begun = single.layer(1).forward().weights().toDoubles();
        twoUnderWay(single);
        double[] apart = single.layer(1).forward().weights().toDoubles();
        double[] together = gathering.layer(1).forward().weights().toDoubles();
        for (int i = 0; i < begun.length; i++) {
            apart[i] = begun[i] + (apart[i] - begun[i]) / 2;
        }
        assertArrayEquals(apart, together, StaleUpdateTest.precision(kernels));
    }
}
