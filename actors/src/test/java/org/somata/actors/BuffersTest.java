package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.actors.Patience.inTime;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;
import org.somata.model.numerics.Kernels;
import org.somata.model.signals.Presentation.Purpose;

/** What a network computes in is made with it: training makes no matrix more, however long. */
class BuffersTest {
    private static final int STEPS = 10_000;
    private static final List<Purpose> TOGETHER = List.of(Purpose.LEARN);
    private static final List<Purpose> ALTERNATING = List.of(Purpose.LEARN_FEEDBACK, Purpose.LEARN_FORWARD);

    static Stream<Arguments> networks() {
        Specimen difference = Specimen.differenceTargetPropagation(6, 4, 7);
        return Stream.of(
                        Arguments.of("DTP", difference, TOGETHER),
                        Arguments.of("DTP, bottom-up", difference.bottomUp(), TOGETHER),
                        Arguments.of("DTP, alternating", difference, ALTERNATING),
                        Arguments.of("BP", Specimen.backpropagation(6, 4, 7), TOGETHER))
                .flatMap(each -> Stream.of(
                        driven(each, "the loop", Specimen::sequential), driven(each, "actors", s -> s.actors(2))));
    }

    private static Arguments driven(Arguments each, String by, Function<Specimen, Network> engine) {
        Object[] parts = each.get();
        return Arguments.of(parts[0] + " by " + by, parts[1], parts[2], engine);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void tenThousandStepsMakeNone(
            String name, Specimen specimen, List<Purpose> purposes, Function<Specimen, Network> engine) {
        AtomicLong made = new AtomicLong();
        inTime(() -> {
            try (Network network = engine.apply(specimen.on(counting(made)))) {
                purposes.forEach(purpose -> present(network, purpose, 2));
                long atFirst = made.get();
                assertTrue(atFirst > 0, "no matrix was counted");
                purposes.forEach(purpose -> present(network, purpose, STEPS / purposes.size()));
                assertEquals(atFirst, made.get(), "matrices made by " + name);
            }
        });
    }

    @Test
    void oneMatrixMoreIsNoticed() {
        AtomicLong made = new AtomicLong();
        Specimen specimen = Specimen.backpropagation(6).on(counting(made));
        specimen.kernels().matrix(1, 1);
        specimen.kernels().state(1, 1);
        assertEquals(2, made.get());
    }

    private static Kernels counting(AtomicLong made) {
        return TamperedKernels.by(new TamperedKernels.Meddler() {
            @Override
            public void before(String operation, int updates) {
                if (operation.equals("matrix") || operation.equals("state")) {
                    made.incrementAndGet();
                }
            }
        });
    }

    private static void present(Network network, Purpose purpose, int steps) {
        int batch = Specimen.BATCHES.learning();
        int[] order = IntStream.range(0, steps * batch)
                .map(index -> index % Specimen.EXAMPLES.count())
                .toArray();
        Pass pass = new Pass(purpose, Specimen.EXAMPLES, order, batch, 0, steps, 0);
        assertEquals(steps, network.learn(pass, 0, Network.Watcher.NONE));
    }
}
