package org.somata.experiments.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.data.DataException;
import org.somata.experiments.data.Sha256;
import org.somata.model.network.Network;

/**
 * Weights to begin with, from the arrays that a folder of a checkpoint's form has: W, b, V, c of any layer. They are
 * read and checked before anything of the run is written.
 *
 * @param arrays by their path in the folder
 * @param provenance where they came from: the folder, the experiment whose run's it is, if it is one's, and the SHA-256
 *     of each file read; empty where there are none
 */
record InitialArrays(Map<String, Npy.Content> arrays, Map<String, String> provenance) {
    static final InitialArrays NONE = new InitialArrays(Map.of(), Map.of());
    private static final String FOLDER = "folder";
    private static final String EXPERIMENT = "experiment";

    /**
     * @throws WrongFolderException if the folder has no array for this network, or one of another shape
     * @throws DataException if an array is damaged
     */
    static InitialArrays read(Path folder, Assembly network) {
        if (!Files.isDirectory(folder)) {
            throw new WrongFolderException(
                    folder, "there is no such folder; give a checkpoint's, such as RUN/checkpoints/epoch-000012");
        }
        InitialArrays found = new InitialArrays(new TreeMap<>(), new TreeMap<>());
        for (int place = 1; place <= network.depth(); place++) {
            int layer = place;
            network.shapes(place).forEach((name, shape) -> found.read(folder, Checkpoint.path(layer, name), shape));
        }
        if (found.arrays.isEmpty()) {
            throw new WrongFolderException(
                    folder,
                    "has no arrays for this network, such as layer-01/W.npy; give a checkpoint's folder, such as"
                            + " RUN/checkpoints/epoch-000012");
        }
        Path absolute = folder.toAbsolutePath().normalize();
        found.provenance.put(FOLDER, absolute.toString());
        experiment(absolute).ifPresent(name -> found.provenance.put(EXPERIMENT, name));
        return found;
    }

    /** Of the run that a folder is a checkpoint of, and which: {@code 3.4-mnist-autoencoder-dtp/epoch-000015}. */
    private static Optional<String> experiment(Path folder) {
        Path run = folder.resolve("../..").normalize();
        if (!Files.exists(run.resolve(RunFiles.CONFIG))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RunFiles(run).resolvedConfig().name() + "/" + folder.getFileName());
        } catch (RuntimeException notARuns) {
            return Optional.empty();
        }
    }

    /** In words that are the same for every seed, if they can be; empty if weights were drawn. */
    static String origin(Map<String, String> provenance) {
        return provenance.getOrDefault(EXPERIMENT, provenance.getOrDefault(FOLDER, ""));
    }

    /** Those that a run was begun with, by what its manifest says. */
    static InitialArrays again(Map<String, String> provenance, Assembly network) {
        if (provenance.isEmpty()) {
            return NONE;
        }
        InitialArrays now = read(Path.of(provenance.get(FOLDER)), network);
        if (!files(now.provenance).equals(files(provenance))) {
            throw new DataException(provenance.get(FOLDER) + ": has changed since the run was begun with it; the run's"
                    + " manifest.json has the SHA-256 of what was read");
        }
        return now;
    }

    /** But for the name, which earlier programs did not note, and which may be another by now. */
    private static Map<String, String> files(Map<String, String> provenance) {
        Map<String, String> files = new TreeMap<>(provenance);
        files.remove(EXPERIMENT);
        return files;
    }

    private void read(Path folder, String path, int[] shape) {
        Path file = folder.resolve(path);
        if (!Files.exists(file)) {
            return;
        }
        byte[] bytes = Npy.bytes(file);
        Npy.Content content = Npy.decode(file, bytes);
        if (!Arrays.equals(content.shape(), shape)) {
            throw new WrongFolderException(
                    file,
                    "has shape " + content.shapeText() + ", but the layer needs " + Arrays.toString(shape)
                            + "; give a checkpoint of such a network");
        }
        arrays.put(path, content);
        provenance.put(path, Sha256.of(bytes));
    }

    void load(Network network, Watch watch) {
        if (arrays.isEmpty()) {
            return;
        }
        network.visit(layer -> {
            Checkpoint.forEachArray(layer, (place, name, matrix) -> {
                Npy.Content content = arrays.get(Checkpoint.path(place, name));
                if (content != null) {
                    matrix.write(content.values());
                }
            });
            layer.beginAverages();
        });
        watch.note("began with " + arrays.size() + " arrays of " + provenance.get(FOLDER));
    }
}
