package org.somata.experiments.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.somata.experiments.assembly.Lessons;
import org.somata.model.layers.Versions;
import org.somata.model.network.Network;

/**
 * Weights of a layer that were never updated in a run.
 *
 * @param layer that they belong to, from 1, wherever they live
 * @param what W or V
 * @param why in words
 */
public record Unlearned(int layer, String what, String why) {
    private static final String FORWARD = "W";
    private static final String FEEDBACK = "V";

    /**
     * All of a network, W before V and each from layer 1 up. Visits every layer.
     *
     * @param presentations of the run so far
     * @param settled whether nothing of them is under way any more
     */
    static List<Unlearned> in(Network network, Lessons lessons, Traffic traffic, long presentations, boolean settled) {
        List<Versions> versions = new ArrayList<>();
        network.visit(layer -> versions.add(layer.versions()));
        int depth = lessons.depth();
        Causes causes = new Causes(lessons, new Crossings(traffic, depth, lessons.memory(), presentations), settled);
        List<Unlearned> all = new ArrayList<>();
        for (int place = 1; place <= depth; place++) {
            if (versions.get(place - 1).forward() == 0) {
                all.add(new Unlearned(place, FORWARD, causes.ofForward(place)));
            }
        }
        for (int place = 2; place < depth; place++) {
            Lessons.OfLayer layer = lessons.layer(place);
            long updates = layer.cable()
                    ? versions.get(place - 2).feedbackAbove()
                    : versions.get(place - 1).feedback();
            if (layer.feedbackGathered().isPresent() && updates == 0) {
                all.add(new Unlearned(place, FEEDBACK, causes.ofFeedback(place)));
            }
        }
        return all;
    }

    /** A sentence for all layers that have one reason: {@code W of layers 1 to 3 learned nothing: …}. */
    static List<String> told(List<Unlearned> all) {
        Map<List<String>, List<Integer>> layers = new LinkedHashMap<>();
        all.forEach(each -> layers.computeIfAbsent(List.of(each.what, each.why), none -> new ArrayList<>())
                .add(each.layer));
        List<String> told = new ArrayList<>();
        layers.forEach((of, places) -> told.add(of.get(0) + " of " + named(places) + " learned nothing: " + of.get(1)));
        return told;
    }

    private static String named(List<Integer> places) {
        int first = places.get(0);
        int last = places.get(places.size() - 1);
        if (first == last) {
            return "layer " + first;
        }
        boolean unbroken = last - first == places.size() - 1;
        return unbroken
                ? "layers " + first + " to " + last
                : "layers "
                        + String.join(", ", places.stream().map(String::valueOf).toList());
    }
}
