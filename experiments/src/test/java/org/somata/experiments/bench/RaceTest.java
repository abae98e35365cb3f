package org.somata.experiments.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTest {
    private static final Pace QUICK = new Pace(1e-3, 5, 1e-4);

    private final List<String> said = new ArrayList<>();

    /** Says when it works and when it is closed. */
    private final class Loud implements Contender {
        private final String name;

        Loud(String name) {
            this.name = name;
        }

        @Override
        public void work(int times) {
            said.add(name);
        }

        @Override
        public void close() {
            said.add(name + " closed");
        }
    }

    @Test
    void contendersAreMeasuredInTurn() {
        new Race(QUICK).run(List.of(new Loud("a"), new Loud("b"), new Loud("c")));
        List<String> last = said.subList(said.size() - 3 * QUICK.rounds() - 3, said.size());
        List<String> wanted = new ArrayList<>();
        for (int round = 0; round < QUICK.rounds(); round++) {
            wanted.addAll(List.of("a", "b", "c"));
        }
        wanted.addAll(List.of("a closed", "b closed", "c closed"));
        assertEquals(wanted, last);
    }

    @Test
    void aRoundIsAsLongAsAskedForWhateverAPartTakes() {
        List<Integer> times = new ArrayList<>();
        Contender thousandth = new Contender() {
            @Override
            public void work(int parts) {
                times.add(parts);
                long until = System.nanoTime() + parts * 1_000L;
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
            }
        };
        Race.Lane lane =
                new Race(new Pace(0.05, 3, 0.01)).run(List.of(thousandth)).get(0);
        assertEquals(3, lane.milliseconds().length);
        assertTrue(times.get(times.size() - 1) > 100, () -> "parts of a round: " + times);
        assertTrue(lane.ms().min() >= 1e-3, () -> lane.ms() + " ms");
    }

    @Test
    void allAreClosedIfOneFails() {
        Contender failing = times -> {
            throw new IllegalStateException("as planned");
        };
        assertThrows(IllegalStateException.class, () -> new Race(QUICK).run(List.of(new Loud("a"), failing)));
        assertEquals("a closed", said.get(said.size() - 1));
    }

    @Test
    void ratiosAreThoseOfTheSameRound() {
        Race.Lane slowing = new Race.Lane(new double[] {2, 4, 6}, new double[3]);
        Race.Lane slowingToo = new Race.Lane(new double[] {1, 2, 3}, new double[3]);
        assertEquals(Spread.exactly(2), slowing.over(slowingToo));
    }

    @Test
    void aSpreadStaysOneUnderAFunctionThatFalls() {
        assertEquals(new Spread(0.25, 0.125, 0.5), Spread.of(4, 8, 2).map(x -> 1 / x));
    }
}
