package org.somata.experiments.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a benchmark measured, by names that end in the unit. */
public final class Figures {
    private final Map<String, Spread> byName = new LinkedHashMap<>();

    void put(String name, Spread spread) {
        byName.put(name, spread);
    }

    /** In the order of the benchmark. */
    public Map<String, Spread> byName() {
        return Collections.unmodifiableMap(byName);
    }

    /** Medians by name, the least and the greatest under the name with {@code _min} and {@code _max}. */
    public Map<String, Double> flat() {
        Map<String, Double> flat = new LinkedHashMap<>();
        byName.forEach((name, spread) -> {
            flat.put(name, spread.median());
            flat.put(name + "_min", spread.min());
            flat.put(name + "_max", spread.max());
        });
        return flat;
    }
}
