package org.somata.experiments.bench;

import java.util.List;

/**
 * Under which a benchmark runs.
 *
 * @param threads that the layer actors share
 */
public record Conditions(int threads, Pace pace) {
    List<Race.Lane> race(List<? extends Contender> contenders) {
        return new Race(pace).run(contenders);
    }

    Race.Lane alone(Contender contender) {
        return race(List.of(contender)).get(0);
    }

    /** {@code 1_thread}, {@code 2_threads}: part of a figure's name. */
    static String label(int threads) {
        return threads + (threads == 1 ? "_thread" : "_threads");
    }

    /** One, and all, where that is more. */
    List<Integer> oneAndAll() {
        return threads == 1 ? List.of(1) : List.of(1, threads);
    }
}
