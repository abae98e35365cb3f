package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.somata.actors.Patience.failsInTime;
import static org.somata.actors.Patience.inTime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Examples;
import org.somata.model.network.LayerFailedException;
import org.somata.model.network.Network;
import org.somata.model.network.Network.Watcher;
import org.somata.model.numerics.Kernels;
import org.somata.model.signals.Presentation.Purpose;

/** Whatever fails, wherever: the caller hears what it was, the network has ended, and nothing hangs. */
class NetworkFailureTest {
    private static final Specimen SPECIMEN = Specimen.backpropagation(6, 4, 7);

    static Stream<Throwable> failures() {
        return Stream.of(
                new ArithmeticException("test"),
                new AssertionError("test"),
                new UnsatisfiedLinkError("test"),
                new StackOverflowError("test"),
                new OutOfMemoryError("test"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aLayersFailureNamesLayerAndStep(Throwable cause) {
        Kernels failing = TamperedKernels.failing(5, cause);
        ActorNetwork network = SPECIMEN.actors(2, SPECIMEN.layers(Map.of(2, failing)));
        LayerFailedException failure =
                failsInTime(LayerFailedException.class, () -> learn(network, Specimen.EXAMPLES, Watcher.NONE));
        assertEquals(2, failure.place());
        assertEquals(3, failure.step());
        assertSame(cause, failure.getCause());
        assertHasEnded(network, failure);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anInputThatCannotBeReadSurfaces(Throwable cause) {
        Examples bad = FailingExamples.atInput(Specimen.EXAMPLES, 7, cause);
        ActorNetwork learning = SPECIMEN.actors(2);
        assertSame(cause, failsInTime(cause.getClass(), () -> learn(learning, bad, Watcher.NONE)));
        assertHasEnded(learning, cause);
        ActorNetwork evaluating = SPECIMEN.actors(2);
        assertSame(cause, failsInTime(cause.getClass(), () -> evaluating.evaluate(bad)));
        assertHasEnded(evaluating, cause);
    }

    @Test
    void aLabelThatCannotBeReadSurfaces() {
        IllegalStateException cause = new IllegalStateException("test");
        Examples bad = FailingExamples.atLabel(Specimen.EXAMPLES, 7, cause);
        ActorNetwork network = SPECIMEN.actors(2);
        assertSame(cause, failsInTime(cause.getClass(), () -> learn(network, bad, Watcher.NONE)));
        assertHasEnded(network, cause);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatAWatcherThrowsSurfaces(Throwable cause) {
        ActorNetwork network = SPECIMEN.actors(2);
        Watcher broken = Watchers.calling(done -> TamperedKernels.raise(cause));
        assertSame(cause, failsInTime(cause.getClass(), () -> learn(network, Specimen.EXAMPLES, broken)));
        assertHasEnded(network, cause);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aVisitorsFailureEndsTheVisitAloneAsInTheLoop(Throwable cause) {
        for (Network network : List.of(SPECIMEN.sequential(), SPECIMEN.actors(2))) {
            List<Integer> places = new ArrayList<>();
            Throwable failure = failsInTime(
                    cause.getClass(),
                    () -> network.visit(layer -> {
                        places.add(layer.place());
                        if (layer.place() == 2) {
                            TamperedKernels.raise(cause);
                        }
                    }));
            assertSame(cause, failure);
            assertEquals(List.of(1, 2), places);
            assertEquals(Specimen.PRESENTATIONS, inTime(() -> learn(network, Specimen.EXAMPLES, Watcher.NONE)));
            network.close();
        }
    }

    @Test
    void closingTwiceIsClosingOnceAndUseAfterwardsIsAnError() {
        ActorNetwork network = SPECIMEN.actors(1);
        inTime(network::close);
        assertHasEnded(network, null);
    }

    @Test
    void closingDuringAPassEndsItWithAnError() {
        ActorNetwork network = SPECIMEN.actors(2);
        Thread[] closer = new Thread[1];
        Watcher closing = Watchers.calling(done -> {
            if (done == 1) {
                closer[0] = new Thread(network::close);
                closer[0].start();
            }
            LockSupport.parkNanos(1_000_000);
        });
        // at a millisecond each, far more presentations than the closer could be late by
        Examples endless = new SyntheticExamples(1_000_000, Specimen.FEATURES, Specimen.CLASSES);
        failsInTime(IllegalStateException.class, () -> learn(network, endless, closing));
        inTime(() -> closer[0].join());
        assertHasEnded(network, null);
    }

    @Test
    void aQuestionDuringAnotherIsRefused() {
        try (ActorNetwork network = SPECIMEN.actors(2)) {
            List<String> refusals = new ArrayList<>();
            Watcher curious = Watchers.calling(done ->
                    refusals.add(assertThrows(IllegalStateException.class, () -> network.evaluate(Specimen.EXAMPLES))
                            .getMessage()));
            assertEquals(Specimen.PRESENTATIONS, inTime(() -> learn(network, Specimen.EXAMPLES, curious)));
            assertEquals(Specimen.PRESENTATIONS, refusals.size());
            assertEquals("the network does one thing at a time, and is busy with another", refusals.get(0));
            Network oracle = SPECIMEN.sequential();
            learn(oracle, Specimen.EXAMPLES, Watcher.NONE);
            assertEquals(oracle.evaluate(Specimen.EXAMPLES), inTime(() -> network.evaluate(Specimen.EXAMPLES)));
        }
    }

    private static int learn(Network network, Examples examples, Watcher watcher) {
        return network.learn(Specimen.pass(Purpose.LEARN, 0, examples), 0, watcher);
    }

    private static void assertHasEnded(ActorNetwork network, Throwable cause) {
        inTime(network::close);
        inTime(network::close);
        List<IllegalStateException> refusals = List.of(
                failsInTime(IllegalStateException.class, () -> learn(network, Specimen.EXAMPLES, Watcher.NONE)),
                failsInTime(IllegalStateException.class, () -> network.evaluate(Specimen.EXAMPLES)),
                failsInTime(IllegalStateException.class, () -> network.visit(layer -> {})));
        for (IllegalStateException refusal : refusals) {
            assertEquals("the network has ended", refusal.getMessage());
            if (cause == null) {
                assertNull(refusal.getCause());
            } else {
                assertSame(cause, refusal.getCause());
            }
        }
    }
}
