package org.somata.experiments.assembly;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.somata.experiments.Small;
import org.somata.experiments.data.Datasets;
import org.somata.model.Examples;

class DemandTest {
    private static final long GB = 1_000_000_000;
    private static final Examples EXAMPLES =
            Datasets.load("mnist-slice", line -> {}).test();

    private static Demand demand(String... overrides) {
        Assembly assembly = Assembly.of(Small.config(List.of(overrides)), EXAMPLES.features(), EXAMPLES.classes());
        return Demand.of(assembly, EXAMPLES, 2);
    }

    private static String refusal(Demand demand, Room room) {
        return assertThrows(RefusedException.class, () -> demand.requireRoom(room))
                .getMessage();
    }

    @Test
    void aSmallNetworkNeedsLittle() {
        Demand small = demand();
        assertTrue(small.natives() < GB / 5 && small.heap() < GB / 5, small::toString);
        assertDoesNotThrow(() -> small.requireRoom(Room.here()));
    }

    /** W, V, their gradients and averages, and those of the two networks that diagnostics compare. */
    @Test
    void widthCountsWithItsSquare() {
        Demand narrow = demand("network.layers=[{units: 1000, count: 3}]");
        Demand wide = demand("network.layers=[{units: 4000, count: 3}]");
        double ratio = (double) wide.natives() / narrow.natives();
        assertTrue(ratio > 5 && ratio < 16, () -> "natives " + ratio);
        assertEquals(16_000_000, wide.largest());
    }

    @Test
    void whatNoArrayCanHoldIsRefused() {
        String refusal = refusal(demand("network.layers=[{units: 100000, count: 2}]"), Room.here());
        assertEquals(
                "the network has a matrix of 10,000,000,000 numbers, and an array can have 2,147,483,639; make"
                        + " training.batch, the units or the number of network.layers smaller",
                refusal);
    }

    @Test
    void whatTheMachineDoesNotHaveIsRefused() {
        Demand demand = new Demand(6 * GB, 3 * GB, 1);
        assertDoesNotThrow(() -> demand.requireRoom(new Room(4 * GB, 0, 0, GB, 10 * GB)));
        assertEquals(
                "this run needs about 9.0 GB of memory (6.0 GB for ND4J's arrays, 3.0 GB for Java's objects), but of the"
                        + " machine's 9.9 GB 1.0 GB are taken; make training.batch, the units or the number of"
                        + " network.layers smaller",
                refusal(demand, new Room(4 * GB, 0, 0, GB, 9_900_000_000L)));
    }

    @Test
    void whatJavaWasNotGivenIsRefusedWithTheOptionThatGivesIt() {
        Demand demand = new Demand(6 * GB, 3 * GB, 1);
        String heap = refusal(demand, new Room(3 * GB, GB / 10, 0, GB, 64 * GB));
        assertTrue(heap.contains("but of Java's 3.0 GB for objects that last 0.1 GB are taken"), heap);
        assertTrue(heap.contains("SOMATA_JAVA_OPTS=-Xmx4435m"), heap);
        String process = refusal(demand, new Room(4 * GB, 0, 8 * GB, GB, 64 * GB));
        assertTrue(process.contains("but of the 8.0 GB that Java's libraries may take 1.0 GB are taken"), process);
    }
}
