package org.somata.actors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What all actors were at, each as it looked up from its work.
 *
 * @param network in words
 * @param layers from 1 to M
 */
record Census(String network, List<Sight> layers) {
    /**
     * A layer that is not in the middle of anything.
     *
     * @param commands that it has carried out since it was made, looks apart
     * @param awaits in words
     */
    record Sight(int place, long commands, String awaits) {}

    /** Whether nobody has done anything since. */
    boolean isAsBefore(Census before) {
        return layers.equals(before.layers);
    }

    /** Who waits for what, layers that wait for the same together. */
    String describe() {
        Map<String, List<Integer>> together = new LinkedHashMap<>();
        layers.forEach(each -> together.computeIfAbsent(each.awaits(), awaits -> new ArrayList<>())
                .add(each.place()));
        return network
                + together.entrySet().stream()
                        .map(each -> "; " + places(each.getValue()) + ": " + each.getKey())
                        .collect(Collectors.joining());
    }

    /** {@code layer 3}, or {@code layers 1, 4-6}. */
    private static String places(List<Integer> ascending) {
        StringBuilder text = new StringBuilder(ascending.size() == 1 ? "layer " : "layers ");
        for (int first = 0, last; first < ascending.size(); first = last + 1) {
            last = first;
            while (last + 1 < ascending.size() && ascending.get(last + 1) == ascending.get(last) + 1) {
                last++;
            }
            text.append(first == 0 ? "" : ", ").append(ascending.get(first));
            if (last > first) {
                text.append('-').append(ascending.get(last));
            }
        }
        return text.toString();
    }
}
