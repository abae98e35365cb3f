package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.Sent;
import org.somata.model.layers.Tally;
import org.somata.model.learning.Coping;
import org.somata.model.learning.RateScaling;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Transmission;
import org.somata.model.signals.Update;

/** V learns several times from each presentation. */
class FeedbackUpdatesTest {
    private static final Table EXAMPLES = Table.corners(1, 10);

    static Stream<Kernels> kernels() {
        return Stream.of(Backend.fused(), Backend.nd4j(), Backend.doublePrecision());
    }

    private static Networks networks() {
        return Networks.of(4, 6, 5, 7, 3).noise(0.3).rates(0.2, 0.2);
    }

    /** Eq. 32: where nothing else learns, three times from one presentation is once from each of three like it. */
    @ParameterizedTest
    @MethodSource("kernels")
    void eachTimeIsWithTheWeightsAndTheNoiseOfThen(Kernels kernels) {
        Taught thrice = networks().feedbackUpdates(3).on(kernels).present(Purpose.LEARN_FEEDBACK, EXAMPLES);
        Taught once = networks().on(kernels);
        for (int i = 0; i < 3; i++) {
            once.present(Purpose.LEARN_FEEDBACK, EXAMPLES);
        }
        assertSameV(once, thrice);
        assertEquals(3, thrice.layer(2).versions().feedback());
        assertEquals(3, thrice.layer(2).tally().count(Tally.INVERSE_LOSS));
        assertEquals(
                once.layer(2).tally().sum(Tally.INVERSE_LOSS),
                thrice.layer(2).tally().sum(Tally.INVERSE_LOSS));
    }

    /** Eq. 17, at the end of the target's handling. */
    @ParameterizedTest
    @MethodSource("kernels")
    void theSameOfTheInverseLossOfTheTarget(Kernels kernels) {
        // ĥ of the highest hidden layer stays what it is while W does
        Taught thrice = networks()
                .inverseLossOfTarget()
                .rates(0, 0.2)
                .feedbackUpdates(3)
                .on(kernels);
        thrice.learn(EXAMPLES, 1);
        Taught once = networks().inverseLossOfTarget().rates(0, 0.2).on(kernels).learn(EXAMPLES, 3);
        assertArrayEquals(
                once.hidden(3).feedback().weights().toDoubles(),
                thrice.hidden(3).feedback().weights().toDoubles());
        assertEquals(3, thrice.layer(3).versions().feedback());
        assertEquals(1, thrice.layer(3).versions().forward());
    }

    /** Two gradients, of one presentation or of two like it, make one update: their noise is not the same. */
    @ParameterizedTest
    @MethodSource("kernels")
    void gatheredGradientsHaveNoiseOfTheirOwn(Kernels kernels) {
        Networks gathering = networks().coping(Coping.NONE, new Coping(RateScaling.NONE, false, 2));
        Taught inOne = gathering.feedbackUpdates(2).on(kernels).present(Purpose.LEARN_FEEDBACK, EXAMPLES);
        Taught inTwo = gathering.feedbackUpdates(1).on(kernels);
        for (int i = 0; i < 2; i++) {
            inTwo.present(Purpose.LEARN_FEEDBACK, EXAMPLES);
        }
        assertSameV(inTwo, inOne);
        assertEquals(1, inOne.layer(2).versions().feedback());
        Taught single = networks().on(kernels).present(Purpose.LEARN_FEEDBACK, EXAMPLES);
        assertEquals(
                0,
                Arrays.mismatch(
                        single.hidden(2).feedback().weights().toDoubles(),
                        inOne.hidden(2).feedback().weights().toDoubles()));
    }

    private static void assertSameV(Taught expected, Taught found) {
        for (int place = 2; place < expected.depth(); place++) {
            Map<String, Matrix> theirs = found.layer(place).arrays();
            expected.layer(place)
                    .arrays()
                    .forEach((name, array) -> assertArrayEquals(
                            array.toDoubles(), theirs.get(name).toDoubles(), name));
        }
    }

    /** V's own updates from a presentation make none of it stale, nor do they lower a rate that falls with staleness. */
    @Test
    void eachUpdateIsToldAndNoneIsStale() {
        Networks scaled = networks().feedbackUpdates(3).coping(Coping.NONE, new Coping(RateScaling.INVERSE, false, 1));
        Taught network = scaled.fused();
        Presentation first = network.pass(Purpose.LEARN, EXAMPLES).presentation(0);
        Sent sent = new Sent();
        network.layer(1).handle(MessageKind.ACTIVATION, first, new Signal.Real(input(network)), sent);
        network.layer(2).handle(MessageKind.ACTIVATION, first, sent.last().signal(), sent);
        assertEquals(
                List.of(1L, 2L, 3L), sent.updates.stream().map(Update::version).toList());
        for (Update update : sent.updates) {
            assertEquals(true, update.feedback());
            assertEquals(0, update.staleness());
        }
        assertSameV(
                networks().feedbackUpdates(3).fused().learn(EXAMPLES, 2),
                scaled.fused().learn(EXAMPLES, 2));
    }

    private static Matrix input(Taught network) {
        Matrix input = network.kernels.matrix(EXAMPLES.count(), EXAMPLES.features());
        float[] numbers = new float[input.size()];
        for (int i = 0; i < EXAMPLES.count(); i++) {
            EXAMPLES.copyInput(i, numbers, i * EXAMPLES.features());
        }
        input.write(numbers);
        return input;
    }

    @Test
    void atTheLowerEndOfALinkThereIsOneProbe() {
        LinkSpec cable = new LinkSpec(Transmission.REAL, Transmission.REAL, Transmission.REAL, true);
        Networks networks = networks().link(2, cable).feedbackUpdates(2);
        var error = assertThrows(IllegalArgumentException.class, networks::spec);
        assertEquals(
                "link 2 has a feedback mapping at its lower end, which learns from the one probe that goes up with a"
                        + " presentation and cannot learn 2 times; give 1 feedback update, or let the mapping live with"
                        + " the layer above the link",
                error.getMessage());
    }

    @Test
    void anAutoencoderLearnsOnceFromWhatIsFresh() {
        Coping scaled = new Coping(RateScaling.INVERSE, false, 1);
        for (Networks networks : List.of(
                Networks.of(4, 3).feedbackUpdates(2),
                Networks.of(4, 3).coping(scaled, Coping.NONE),
                Networks.of(4, 3).coping(Coping.NONE, scaled))) {
            var error = assertThrows(IllegalArgumentException.class, networks::spec);
            assertEquals(
                    "an auto-encoder learns f and g at once, from its input alone, and none of it is ever stale; give no"
                            + " coping with staleness, and 1 feedback update",
                    error.getMessage());
        }
    }

    @Test
    void vLearnsAtLeastOnceWhereItLearns() {
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> networks().feedbackUpdates(0).spec());
        assertEquals(
                "V learns 0 times on each presentation that it learns from; give 1 or more, or passes that train W alone",
                error.getMessage());
    }
}
