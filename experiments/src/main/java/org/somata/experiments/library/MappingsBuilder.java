package org.somata.experiments.library;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.somata.experiments.assembly.Blueprint;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Optimiser;

/** How all forward mappings, or all feedback mappings, begin and learn, as far as it has been said. */
final class MappingsBuilder {
    private final String which;
    private final Map<Integer, Double> factors = new TreeMap<>();
    private Initialisation weights = new Initialisation.Orthogonal(1);
    private Optional<Learning> learning = Optional.empty();

    private record Learning(Optimiser optimiser, Decaying rate) {}

    /** @param which {@code forward} or {@code feedback} */
    MappingsBuilder(String which) {
        this.which = which;
    }

    void begin(Initialisation other) {
        weights = other;
    }

    void learn(Optimiser optimiser, Decaying rate) {
        NetworkBuilder.require(rate.value() > 0, "a " + which + " rate of " + rate.value() + "; give one above 0");
        learning = Optional.of(new Learning(optimiser, rate));
    }

    void factor(int place, double factor) {
        NetworkBuilder.require(
                factor >= 0, "a " + which + " rate factor of " + factor + " for layer " + place + "; give 0 or more");
        factors.put(place, factor);
    }

    /**
     * @param first the lowest layer with such a mapping, {@code last} the highest
     * @param who learns so, should it not have been said how
     */
    Blueprint.Mappings build(int first, int last, String who) {
        Learning how = learning.orElseThrow(() ->
                new IllegalStateException("nothing for " + who + " to learn by; give " + which + "(optimiser, rate)"));
        for (int place : factors.keySet()) {
            if (place < first || place > last) {
                throw new IllegalStateException("a " + which + " rate factor for layer " + place
                        + ", which has no such mapping; "
                        + (last < first ? "leave it out" : "give a layer from " + first + " to " + last));
            }
        }
        return new Blueprint.Mappings(weights, how.optimiser(), how.rate(), factors);
    }

    /** Weights that begin so, and never learn. */
    Blueprint.Mappings fixed() {
        return Blueprint.Mappings.fixed(weights);
    }
}
