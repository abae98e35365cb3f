package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.network.LayerFailedException;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Signal;

/** What a layer actor does with mail that it should not have, or cannot handle. */
class LayerActorFailureTest {
    private static final Specimen SPECIMEN = Specimen.differenceTargetPropagation(6, 4, 7);
    private static final Signal NOTHING = new Signal.Empty(4);

    @Test
    void aKindForWhichTheScheduleHasNoTurnIsAnError() {
        Bench layer = new Bench(SPECIMEN, 2).connected();
        assertFails(
                () -> layer.hear(MessageKind.GRADIENT, 3),
                3,
                "layer 2, idle, awaiting activation, got an unexpected gradient (layer-3:1, presentation 3): "
                        + "the schedule has no such turn here");
    }

    @Test
    void aFifthMessageOfAKindThatWaitsIsAnError() {
        Bench layer = new Bench(SPECIMEN, 2).connected();
        for (int number = 1; number <= 5; number++) {
            layer.hear(MessageKind.ACTIVATION, number);
        }
        assertFails(
                () -> layer.hear(MessageKind.ACTIVATION, 5),
                5,
                "layer 2, awaiting target of presentation 1, got an unexpected activation (layer-1:6, presentation 5): "
                        + "4 such messages wait already");
    }

    @Test
    void aMessageOfAPresentationThatIsOverIsAnError() {
        Bench layer = new Bench(SPECIMEN, 2).connected();
        layer.hear(MessageKind.ACTIVATION, 1);
        layer.hear(MessageKind.TARGET, 1);
        layer.hear(MessageKind.ACTIVATION, 2);
        assertFails(
                () -> layer.hear(MessageKind.TARGET, 1),
                1,
                "layer 2, awaiting target of presentation 2, got an unexpected target (layer-3:4, presentation 1): "
                        + "that presentation is over");
    }

    @Test
    void aMessageOfAPresentationThatIsOverDoesNotHoldUpTheNextInSilence() {
        Bench layer = new Bench(SPECIMEN, 2).connected();
        layer.hear(MessageKind.ACTIVATION, 1);
        layer.hear(MessageKind.TARGET, 1);
        layer.hear(MessageKind.TARGET, 1);
        assertFails(
                () -> layer.hear(MessageKind.ACTIVATION, 2),
                2,
                "layer 2, awaiting target of presentation 2, got an unexpected target (layer-3:3, presentation 1): "
                        + "its presentation is not under way");
    }

    @Test
    void mailBeforeItKnowsItsNeighboursIsAnError() {
        Bench layer = new Bench(SPECIMEN, 2);
        assertFails(
                () -> layer.hear(MessageKind.ACTIVATION, 1),
                1,
                "layer 2, unconnected, got an unexpected activation (layer-1:1, presentation 1)");
    }

    @Test
    void beingConnectedTwiceIsAnError() {
        Bench layer = new Bench(SPECIMEN, 2).connected();
        IllegalStateException failure = assertThrows(IllegalStateException.class, layer::connected);
        assertTrue(
                failure.getMessage().startsWith("layer 2, connected, got an unexpected Connect"), failure.getMessage());
    }

    @Test
    void aSignalOfTheWrongSortFailsInTheLayer() {
        Bench layer = new Bench(SPECIMEN, 3).connected();
        LayerFailedException failure =
                assertThrows(LayerFailedException.class, () -> layer.hear(MessageKind.ACTIVATION, 2, NOTHING));
        assertEquals(3, failure.place());
        assertEquals(2, failure.step());
        assertEquals(IllegalArgumentException.class, failure.getCause().getClass());
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new ArithmeticException("test"),
                new UnsatisfiedLinkError("test"),
                new StackOverflowError("test"),
                new OutOfMemoryError("test"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverALayerThrowsNamesItsPlaceAndTheStepOfTheMessageInHand(Throwable cause) {
        // W learns twice for every target: the weights, then the biases; V, every fifth time, learned before
        Bench layer = new Bench(SPECIMEN.feedbackEvery(5), 2, TamperedKernels.failing(5, cause)).connected();
        layer.hear(MessageKind.ACTIVATION, 1);
        layer.hear(MessageKind.ACTIVATION, 2);
        layer.hear(MessageKind.TARGET, 1);
        LayerFailedException failure =
                assertThrows(LayerFailedException.class, () -> layer.hear(MessageKind.TARGET, 2));
        assertEquals("layer 2 failed at step 2: " + cause, failure.getMessage());
        assertSame(cause, failure.getCause());
        assertEquals(List.of(), layer.reports());
    }

    private static void assertFails(Runnable deed, long step, String why) {
        LayerFailedException failure = assertThrows(LayerFailedException.class, deed::run);
        assertEquals(2, failure.place());
        assertEquals(step, failure.step());
        assertEquals(why, failure.getCause().getMessage());
    }
}
