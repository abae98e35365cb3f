package org.somata.experiments.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.somata.experiments.data.DataException;
import org.somata.model.network.Network;

/** Weights to begin with, from the arrays that a folder of a checkpoint's form has: W, b, V, c of any layer. */
final class InitialArrays {
    private static final List<String> NAMES = List.of("W", "b", "V", "c");

    private InitialArrays() {}

    /** @throws DataException if there is none at all, or one is damaged or of another shape */
    static void load(Path folder, Network network, Watch watch) {
        int[] found = new int[1];
        network.visit(layer -> {
            layer.arrays().forEach((name, matrix) -> {
                if (NAMES.contains(name) && Files.exists(Checkpoint.array(folder, layer, name))) {
                    Checkpoint.load(folder, layer, name, matrix);
                    found[0]++;
                }
            });
            layer.beginAverages();
        });
        if (found[0] == 0) {
            throw new DataException(folder + ": has no arrays for this network, such as layer-01/W.npy");
        }
        watch.note("began with " + found[0] + " arrays of " + folder);
    }
}
