package org.somata.experiments.propositions;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** What an experiment is carried out under: the conditions of its claim, or all of them but one. */
public record Conditions(long seed, Optional<Breach> broken) {
    public static Conditions intact(long seed) {
        return new Conditions(seed, Optional.empty());
    }

    public static Conditions without(Breach breach, long seed) {
        return new Conditions(seed, Optional.of(breach));
    }

    boolean lack(Breach breach) {
        return broken.equals(Optional.of(breach));
    }

    /** Repeats an experiment with other draws, side by side; the results are in the order of the seeds. */
    <T> List<T> repeat(int times, LongFunction<T> experiment) {
        return LongStream.range(0, times)
                .map(i -> seed * 1000 + i)
                .parallel()
                .mapToObj(experiment)
                .toList();
    }
}
