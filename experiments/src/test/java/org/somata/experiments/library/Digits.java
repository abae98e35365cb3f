package org.somata.experiments.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.somata.experiments.Small;
import org.somata.experiments.data.Dataset;
import org.somata.experiments.data.Datasets;
import org.somata.experiments.data.Split;
import org.somata.model.layers.Rule;

/** The small experiment by way of the library. */
final class Digits {
    static final Dataset ALL = Datasets.load("mnist-slice");
    /** As in {@link Small}. */
    static final Split SMALL = Split.of(ALL, OptionalInt.of(260), OptionalInt.of(60), OptionalInt.of(60));

    private Digits() {}

    static NetworkBuilder small(Rule rule) {
        return LearningNetwork.of(ALL.features(), ALL.classes())
                .hidden(12)
                .hidden(10)
                .hidden(8)
                .rule(rule)
                .forward(Optimisers.centredRmsprop(), 0.01)
                .feedback(Optimisers.centredRmsprop(), 0.005)
                .noise(0.2)
                .batch(40)
                .loop();
    }

    /** Every array of every layer, bit by bit. */
    static Map<String, List<Integer>> arrays(LearningNetwork network) {
        Map<String, List<Integer>> arrays = new TreeMap<>();
        network.visit(layer -> layer.arrays()
                .forEach((name, array) -> arrays.put(layer.place() + " " + name, bits(array.toFloats()))));
        return arrays;
    }

    static List<Integer> bits(float[] values) {
        List<Integer> bits = new ArrayList<>(values.length);
        for (float value : values) {
            bits.add(Float.floatToRawIntBits(value));
        }
        return bits;
    }

    /** What becomes of a small network in two epochs. */
    static Map<String, List<Integer>> trained(NetworkBuilder builder) {
        try (LearningNetwork network = builder.build()) {
            network.train(SMALL.train(), 2);
            return arrays(network);
        }
    }
}
