package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.somata.actors.Patience.inTime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.model.network.Network;
import org.somata.model.network.Network.Watcher;
import org.somata.model.network.Pass;
import org.somata.model.signals.Presentation.Purpose;

/** How a pass is followed, stopped and gone on with, by actors and by the loop alike. */
class ProgressTest {
    private static final Specimen SPECIMEN = Specimen.differenceTargetPropagation(6, 4);
    private static final Pass PASS = Specimen.pass(Purpose.LEARN, 0);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 5, 6})
    void aStopComesBetweenTwoPresentationsAndThePassCanBeGoneOnWith(int before) {
        List<String> wanted;
        try (Network undisturbed = SPECIMEN.sequential()) {
            undisturbed.learn(PASS, 0, Watcher.NONE);
            wanted = Journal.of(undisturbed);
        }
        try (Network network = SPECIMEN.actors(2)) {
            int done = inTime(() -> network.learn(PASS, 0, Watchers.stoppingBefore(before)));
            assertEquals(Math.min(before, Specimen.PRESENTATIONS), done);
            network.visit(layer -> assertEquals(done, layer.versions().forward()));
            assertEquals(Specimen.PRESENTATIONS, inTime(() -> network.learn(PASS, done, Watcher.NONE)));
            assertEquals(wanted, Journal.of(network));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5})
    void theWatcherHearsOfEveryPresentationOnceAndInOrder(int from) {
        List<Integer> heard = new ArrayList<>();
        try (Network network = SPECIMEN.actors(4)) {
            inTime(() -> network.learn(PASS, from, Watchers.noting(heard)));
        }
        assertEquals(
                IntStream.rangeClosed(from + 1, Specimen.PRESENTATIONS).boxed().toList(), heard);
    }

    static Stream<Network> networks() {
        return Stream.of(SPECIMEN.sequential(), SPECIMEN.actors(1));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void noPassGoesOnFromBeyondItsEndsRatherThanHang(Network network) {
        try (network) {
            for (int from : List.of(-1, Specimen.PRESENTATIONS + 1)) {
                assertEquals(
                        "a pass of 5 presentations cannot go on from " + from,
                        inTime(() -> assertThrows(
                                        IllegalArgumentException.class, () -> network.learn(PASS, from, Watcher.NONE)))
                                .getMessage());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatIsEmptyIsSoonOver(Network network) {
        SyntheticExamples none = new SyntheticExamples(0, Specimen.FEATURES, Specimen.CLASSES);
        Pass empty = new Pass(Purpose.LEARN, none, new int[0], 4, 0, 1, 0);
        try (network) {
            assertEquals(0, inTime(() -> network.learn(empty, 0, Watcher.NONE)));
            assertEquals(Double.NaN, inTime(() -> network.evaluate(none)).cost());
        }
    }
}
