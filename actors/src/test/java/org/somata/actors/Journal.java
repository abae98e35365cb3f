package org.somata.actors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Tally;
import org.somata.model.network.Network;
import org.somata.model.numerics.Matrix;

/** All that can be seen of a network, in words that differ wherever one bit of a number does. */
final class Journal {
    private Journal() {}

    static List<String> of(Network network) {
        List<String> lines = new ArrayList<>();
        network.visit(layer -> lines.addAll(of(layer)));
        lines.addAll(of("input", network.input()));
        return lines;
    }

    static List<String> of(Layer layer) {
        String name = "layer " + layer.place();
        List<String> lines = new ArrayList<>();
        layer.arrays().forEach((array, matrix) -> lines.add(of(name, array, matrix)));
        layer.arraysOfLayerAbove().forEach((array, matrix) -> lines.add(of(name + " for the next", array, matrix)));
        lines.add(name + " " + layer.versions());
        lines.addAll(of(name, layer.tally()));
        return lines;
    }

    private static String of(String name, String array, Matrix matrix) {
        return name + " " + array + " " + matrix + " " + Arrays.toString(matrix.toFloats());
    }

    private static List<String> of(String name, Tally tally) {
        List<String> lines = new ArrayList<>();
        tally.entries().forEach((entry, sum) -> lines.add(name + " " + entry + " " + Arrays.toString(sum)));
        return lines;
    }
}
