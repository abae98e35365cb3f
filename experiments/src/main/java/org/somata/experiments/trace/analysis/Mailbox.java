package org.somata.experiments.trace.analysis;

import java.util.Arrays;

/**
 * How many messages had come to a layer and were waiting for their turn: over time on average, and at most.
 *
 * <p>Each is told when its turn has come, in the order of turns, so that one that came long ago may still be told of
 * later. The most at any time are there just before a turn; of the turns so far only those are remembered that may yet be
 * found to have had the most before them: one that had no more before it than a later one never will, since whatever was
 * waiting at the earlier, and is told of only now, was waiting at the later too.
 */
final class Mailbox {
    private long[] turns = new long[8];
    private int[] waiting = new int[8];
    private int used;
    private double waited;

    /** A message that came, and whose turn came later: no earlier than that of the message told of before. */
    void add(long delivered, long turn) {
        if (turn <= delivered) {
            return;
        }
        waited += turn - delivered;
        if (used == 0 || turns[used - 1] < turn) {
            push(turn);
        }
        int first = used;
        while (first > 0 && turns[first - 1] > delivered) {
            waiting[--first]++;
        }
        int kept = first;
        while (kept > 0 && first < used && waiting[kept - 1] <= waiting[first]) {
            kept--;
        }
        System.arraycopy(turns, first, turns, kept, used - first);
        System.arraycopy(waiting, first, waiting, kept, used - first);
        used -= first - kept;
    }

    private void push(long turn) {
        if (used == turns.length) {
            turns = Arrays.copyOf(turns, 2 * used);
            waiting = Arrays.copyOf(waiting, 2 * used);
        }
        turns[used] = turn;
        waiting[used] = 0;
        used++;
    }

    int most() {
        return used == 0 ? 0 : waiting[0];
    }

    /** @param span the time over which to take the mean */
    double mean(long span) {
        return span <= 0 ? 0 : waited / span;
    }
}
