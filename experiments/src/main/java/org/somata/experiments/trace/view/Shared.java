package org.somata.experiments.trace.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets of values that many rows have in common, each written once and called by its place. */
final class Shared<T> {
    private final Map<T, Integer> places = new LinkedHashMap<>();

    int place(T of) {
        Integer known = places.putIfAbsent(of, places.size());
        return known == null ? places.size() - 1 : known;
    }

    List<T> rows() {
        return List.copyOf(places.keySet());
    }
}
