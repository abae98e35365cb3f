package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Matrix;
import org.somata.model.rules.Backpropagation;
import org.somata.model.signals.Presentation.Purpose;

/** Training takes no memory outside the Java heap, where the matrices' numbers are: ND4J makes no buffer, no view. */
class NativeBuffersTest {
    private static final int STEPS = 10_000;
    private static final int BATCH = 4;
    private static long asked;

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("DTP", small(), List.of(Purpose.LEARN)),
                Arguments.of("DTP, bottom-up", small().bottomUp(true), List.of(Purpose.LEARN)),
                Arguments.of("DTP, alternating", small(), List.of(Purpose.LEARN_FEEDBACK, Purpose.LEARN_FORWARD)),
                Arguments.of("BP", small().rule(new Backpropagation()), List.of(Purpose.LEARN)));
    }

    private static Networks small() {
        return Networks.of(5, 6, 4, 7, 3).batch(BATCH).noise(0.1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void tenThousandStepsTakeNoMoreOfIt(String name, Networks networks, List<Purpose> purposes) {
        Taught network = networks.fused();
        purposes.forEach(purpose -> present(network, purpose, 2));
        long before = made();
        purposes.forEach(purpose -> present(network, purpose, STEPS / purposes.size()));
        assertEquals(before, made(), "buffers made by " + name);
    }

    @Test
    void aMatrixAndAViewOfItAreNoticed() {
        long before = made();
        Matrix matrix = Backend.fused().matrix(3, 2);
        long with = made();
        assertTrue(with > before, "a matrix of " + matrix + " was not noticed");
        matrix.firstRows(2);
        assertTrue(made() > with, "a view was not noticed");
    }

    /** ND4J gives each buffer of memory the next number; to be asked is to be given one. */
    private static long made() {
        return Nd4j.getDeallocatorService().nextValue() - asked++;
    }

    private static void present(Taught network, Purpose purpose, int steps) {
        Table examples = Table.random(1, 4 * BATCH, 5, 3);
        int[] order = IntStream.range(0, steps * BATCH)
                .map(index -> index % examples.count())
                .toArray();
        Pass pass = new Pass(purpose, examples, order, BATCH, 0, steps, 0);
        assertEquals(steps, network.loop.learn(pass, 0, Network.Watcher.NONE));
    }
}
