package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.somata.actors.Patience.failsInTime;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.somata.model.network.DivergedException;
import org.somata.model.network.Network;
import org.somata.model.network.Network.Watcher;
import org.somata.model.numerics.Kernels;
import org.somata.model.signals.Presentation.Purpose;

/** Two layers diverge; the one earlier in the schedule's order is reported, though its thread is the slower one. */
class DivergenceTest {
    @Test
    void withinAStepTheHigherLayerComesFirst() {
        // backpropagation: two updates a step; the third is that of W at step 2
        Specimen specimen = Specimen.backpropagation(6, 4, 7);
        CountDownLatch heard = new CountDownLatch(1);
        Map<Integer, Kernels> kernels = Map.of(
                1, diverging(update -> update == 3),
                3, slow(3, heard));
        Watcher watcher = Watchers.calling(done -> {
            if (done == 2) {
                heard.countDown();
            }
        });
        String message = "diverged in layer 3 at step 2: the update of W is not a finite number";
        assertEquals(message, divergence(specimen.actors(4, specimen.layers(kernels)), watcher));
    }

    @Test
    void theEarlierStepComesFirstThoughALowerLayerIsAheadByOne() {
        // four updates a step: V on the activation, W on the target; layer 2 goes on while layer 3 still learns W
        Specimen specimen = Specimen.differenceTargetPropagation(6, 4, 7);
        CountDownLatch ahead = new CountDownLatch(1);
        Kernels fast = TamperedKernels.by(new TamperedKernels.Meddler() {
            @Override
            public void before(String operation, int updates) {
                if (!operation.equals("update") && updates == 10) {
                    ahead.countDown();
                }
            }

            @Override
            public double changeOf(int update, double change) {
                return update == 9 ? Double.NaN : change;
            }
        });
        Map<Integer, Kernels> kernels = Map.of(2, fast, 3, slow(7, ahead));
        String message = "diverged in layer 3 at step 2: the update of W is not a finite number";
        assertEquals(message, divergence(specimen.actors(4, specimen.layers(kernels)), Watcher.NONE));
    }

    @Test
    void ofTwoInOneLayerAndStepTheFirstToHappenIsReported() {
        Specimen specimen = Specimen.differenceTargetPropagation(6, 4, 7);
        Map<Integer, Kernels> kernels = Map.of(2, diverging(update -> update >= 9));
        String message = "diverged in layer 2 at step 3: the update of V is not a finite number";
        assertEquals(message, divergence(specimen.actors(2, specimen.layers(kernels)), Watcher.NONE));
    }

    @Test
    void whatAHigherLayerDoesAfterTheLastCompletionStillBelongsToThePass() {
        Specimen specimen = Specimen.backpropagation(6, 4, 7);
        CountDownLatch completed = new CountDownLatch(1);
        Map<Integer, Kernels> kernels = Map.of(3, slow(2 * Specimen.PRESENTATIONS - 1, completed));
        Watcher watcher = Watchers.calling(done -> {
            if (done == Specimen.PRESENTATIONS) {
                completed.countDown();
            }
        });
        String message = "diverged in layer 3 at step 5: the update of W is not a finite number";
        assertEquals(message, divergence(specimen.actors(4, specimen.layers(kernels)), watcher));
    }

    @Test
    void theNetworkIsStillThereForWhoWantsToLookAtIt() {
        Specimen specimen = Specimen.backpropagation(6, 4);
        ActorNetwork network = specimen.actors(2, specimen.layers(Map.of(2, diverging(update -> update == 1))));
        failsInTime(DivergedException.class, () -> network.learn(Specimen.pass(Purpose.LEARN, 0), 0, Watcher.NONE));
        int[] visited = new int[1];
        Patience.inTime(() -> network.visit(layer -> visited[0]++));
        assertEquals(3, visited[0]);
        network.close();
    }

    private static String divergence(Network network, Watcher watcher) {
        try (network) {
            return failsInTime(
                            DivergedException.class, () -> network.learn(Specimen.pass(Purpose.LEARN, 0), 0, watcher))
                    .getMessage();
        }
    }

    private static Kernels diverging(IntPredicate atUpdate) {
        return TamperedKernels.by(new TamperedKernels.Meddler() {
            @Override
            public double changeOf(int update, double change) {
                return atUpdate.test(update) ? Double.NaN : change;
            }
        });
    }

    /** Diverges at an update, and only once something else has happened. */
    private static Kernels slow(int atUpdate, CountDownLatch until) {
        return TamperedKernels.by(new TamperedKernels.Meddler() {
            @Override
            public double changeOf(int update, double change) {
                if (update != atUpdate) {
                    return change;
                }
                Patience.await(until);
                return Double.NaN;
            }
        });
    }
}
