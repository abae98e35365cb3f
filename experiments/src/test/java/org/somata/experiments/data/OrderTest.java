package org.somata.experiments.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final int[] ASCENDING = IntStream.range(0, 1000).toArray();

    @Test
    void unshuffledIsTheOrderOfTheFile() {
        assertArrayEquals(ASCENDING, Order.of(false, 1, 7, 1000));
        assertEquals(0, Order.of(true, 1, 1, 0).length);
    }

    @Test
    void shuffledHasEachIndexOnceAndDependsOnSeedAndEpochAlone() {
        int[] order = Order.of(true, 1, 1, 1000);
        assertArrayEquals(order, Order.of(true, 1, 1, 1000));
        assertFalse(Arrays.equals(order, Order.of(true, 1, 2, 1000)));
        assertFalse(Arrays.equals(order, Order.of(true, 2, 1, 1000)));
        Arrays.sort(order);
        assertArrayEquals(ASCENDING, order);
    }

    /** Runs must be repeatable with later versions of the program and of Java. */
    @Test
    void theOrderIsForEver() {
        assertEquals("[6, 7, 3, 0, 2, 5, 4, 1, 9, 8]", Arrays.toString(Order.of(true, 1, 1, 10)));
    }

    @Test
    void everyIndexComesToEveryPlaceAboutEquallyOften() {
        int[][] seen = new int[5][5];
        for (int epoch = 0; epoch < 50_000; epoch++) {
            int[] order = Order.of(true, 42, epoch, 5);
            for (int place = 0; place < 5; place++) {
                seen[place][order[place]]++;
            }
        }
        // a standard deviation is 89
        for (int[] place : seen) {
            Arrays.stream(place).forEach(count -> assertEquals(10_000, count, 450));
        }
    }
}
