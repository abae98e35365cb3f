package org.somata.experiments.trace.export;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What a viewer shows of an export. */
record Picture(String process, List<Slice> slices, List<Arrow> arrows, Map<String, SortedMap<Long, Double>> counters) {
    /**
     * Times are nanoseconds.
     *
     * @param depth how many slices it lies within
     */
    record Slice(String track, String name, long from, long to, int depth, Map<String, String> notes) {}

    record Arrow(Slice from, Slice to) {}

    List<Slice> on(String track) {
        return slices.stream().filter(slice -> slice.track().equals(track)).toList();
    }

    Slice of(String id, String name) {
        return slices.stream()
                .filter(slice ->
                        slice.name().equals(name) && id.equals(slice.notes().get("id")))
                .findFirst()
                .orElseThrow();
    }
}
