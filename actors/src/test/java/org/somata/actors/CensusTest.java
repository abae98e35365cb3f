package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CensusTest {
    private static Census of(String... awaits) {
        return new Census(
                "the network is learning",
                IntStream.rangeClosed(1, awaits.length)
                        .mapToObj(place -> new Census.Sight(place, 10, awaits[place - 1]))
                        .toList());
    }

    @Test
    void tellsLayersThatWaitForTheSameTogether() {
        assertEquals(
                "the network is learning; layers 1, 4-6: idle; layers 2-3: awaiting target of presentation 3",
                of(
                                "idle",
                                "awaiting target of presentation 3",
                                "awaiting target of presentation 3",
                                "idle",
                                "idle",
                                "idle")
                        .describe());
        assertEquals("the network is learning; layer 1: idle", of("idle").describe());
    }

    @Test
    void oneCommandMoreIsNotAsBefore() {
        Census before = of("idle", "idle");
        assertTrue(of("idle", "idle").isAsBefore(before));
        Census after = new Census(before.network(), List.of(before.layers().get(0), new Census.Sight(2, 11, "idle")));
        assertFalse(after.isAsBefore(before));
    }
}
