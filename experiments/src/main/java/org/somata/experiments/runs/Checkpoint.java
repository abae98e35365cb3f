package org.somata.experiments.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.somata.experiments.data.DataException;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Versions;
import org.somata.model.network.Network;
import org.somata.model.numerics.Matrix;

/**
 * All that a run's future depends on, in a folder: {@code checkpoint.json}, and a folder a layer with its arrays in
 * NumPy's format.
 *
 * @param files SHA-256 of every other file, by its path in the folder
 */
record Checkpoint(
        int format,
        Position position,
        List<OfLayer> layers,
        Map<String, double[]> input,
        Traffic traffic,
        Map<String, String> files) {
    static final String FILE = "checkpoint.json";
    private static final int FORMAT = 1;

    /** A layer's counters; its arrays are in files of their own. */
    record OfLayer(int layer, Versions versions, Map<String, double[]> tally) {}

    /** Writes a network at rest; the folder {@code to} is there whole or not at all. */
    static void write(Path to, Network network, Position position, Traffic traffic) {
        Path aside = to.resolveSibling("." + to.getFileName());
        Durable.deleteFolder(aside);
        Durable.createFolder(aside);
        List<OfLayer> layers = new ArrayList<>();
        Map<String, String> files = new TreeMap<>();
        network.visit(layer -> {
            layers.add(
                    new OfLayer(layer.place(), layer.versions(), layer.tally().entries()));
            Durable.createFolder(aside.resolve(folder(layer.place())));
            layer.arrays().forEach((name, matrix) -> {
                String path = folder(layer.place()) + "/" + name + ".npy";
                byte[] bytes = Npy.encode(matrix.toFloats(), shape(name, matrix));
                Durable.write(aside.resolve(path), bytes);
                files.put(path, sha256(bytes));
            });
        });
        Checkpoint content =
                new Checkpoint(FORMAT, position, layers, network.input().entries(), traffic, files);
        Durable.write(aside.resolve(FILE), Durable.json(content));
        Durable.move(aside, to);
    }

    /**
     * Reads a checkpoint and checks every file of it.
     *
     * @throws DataException if it is none, or damaged
     */
    static Checkpoint read(Path folder) {
        Checkpoint content;
        try {
            content = Durable.JSON.readValue(folder.resolve(FILE).toFile(), Checkpoint.class);
        } catch (IOException unreadable) {
            throw new DataException(folder.resolve(FILE) + ": is no readable checkpoint ("
                    + unreadable.getMessage().lines().findFirst().orElse("") + ")");
        }
        if (content.format != FORMAT || content.position == null || content.layers == null || content.files == null) {
            throw new DataException(folder.resolve(FILE) + ": is no checkpoint of format " + FORMAT);
        }
        content.files.forEach((path, hash) -> {
            if (!sha256(bytes(inside(folder, path))).equals(hash)) {
                throw new DataException(folder.resolve(path) + ": is damaged, its SHA-256 is not the one noted");
            }
        });
        return content;
    }

    /** Puts a network at rest where this checkpoint was taken. */
    void restore(Path folder, Network network) {
        network.visit(layer -> {
            OfLayer state = layers.stream()
                    .filter(candidate -> candidate.layer == layer.place())
                    .findFirst()
                    .orElseThrow(() -> new DataException(folder + ": has no layer " + layer.place()));
            layer.arrays().forEach((name, matrix) -> load(folder, layer, name, matrix));
            layer.restore(state.versions);
            layer.tally().restore(state.tally);
        });
        network.input().restore(input);
    }

    /** Fills a layer's array from its file, which must have just its shape. */
    static void load(Path folder, Layer layer, String name, Matrix matrix) {
        Path file = array(folder, layer, name);
        Npy.Content content = Npy.read(file);
        int[] expected = shape(name, matrix);
        if (!java.util.Arrays.equals(content.shape(), expected)) {
            throw new DataException(file + ": has shape " + content.shapeText() + ", but the layer needs "
                    + java.util.Arrays.toString(expected) + "; is it of another network?");
        }
        matrix.write(content.values());
    }

    static Path array(Path folder, Layer layer, String name) {
        return folder.resolve(folder(layer.place())).resolve(name + ".npy");
    }

    private static String folder(int place) {
        return "layer-%02d".formatted(place);
    }

    /** As in the paper: W n_i × n_{i−1}, V n_{i−1} × n_i, b and c vectors. */
    private static int[] shape(String name, Matrix matrix) {
        boolean vector = name.startsWith("b") || name.startsWith("c");
        return vector ? new int[] {matrix.columns()} : new int[] {matrix.rows(), matrix.columns()};
    }

    private static Path inside(Path folder, String path) {
        Path resolved = folder.resolve(path).normalize();
        if (!resolved.startsWith(folder.normalize())) {
            throw new DataException(folder.resolve(FILE) + ": names a file outside of its folder, " + path);
        }
        return resolved;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new DataException(file + ": cannot be read (" + unreadable.getMessage() + ")");
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
