package org.somata.experiments.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.somata.experiments.data.DataException;
import org.somata.experiments.data.Sha256;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Versions;
import org.somata.model.network.InFlight;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/**
 * All that a run's future depends on, in a folder: {@code checkpoint.json}, and a folder a layer with its arrays in
 * NumPy's format.
 *
 * @param files SHA-256 of every other file, by its path in the folder
 * @param underWay in virtual time what layers remember, and messages between them; absent where nothing is, or none of it
 *     can be gone on with
 * @param digest SHA-256 of this file as it is without it; absent in those of before there was one
 */
record Checkpoint(
        int format,
        Position position,
        List<OfLayer> layers,
        Map<String, double[]> input,
        Traffic traffic,
        Map<String, String> files,
        @JsonInclude(JsonInclude.Include.NON_NULL) Suspension underWay,
        @JsonInclude(JsonInclude.Include.NON_NULL) String digest) {
    static final String FILE = "checkpoint.json";
    private static final String UNDER_WAY = "under-way.signals";
    private static final int FORMAT = 1;

    /**
     * A layer's counters; its arrays are in files of their own.
     *
     * @param sent messages of learning; absent in checkpoints of before they were numbered so
     */
    record OfLayer(
            int layer,
            Versions versions,
            Map<String, double[]> tally,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long sent) {}

    /**
     * Writes a network at rest; the folder {@code to} is there whole or not at all, whenever this process is killed.
     *
     * @param exact whether what is under way belongs to it
     * @param confirmed whether the disk has to confirm it, so that a power cut cannot take it any more either
     */
    static void write(Path to, Network network, Position position, Traffic traffic, boolean exact, boolean confirmed) {
        Path aside = to.resolveSibling("." + to.getFileName());
        Durable.cleanly(aside, () -> write(aside, to, network, position, traffic, exact, confirmed));
    }

    private static void write(
            Path aside,
            Path to,
            Network network,
            Position position,
            Traffic traffic,
            boolean exact,
            boolean confirmed) {
        Durable.deleteFolder(aside);
        Durable.createFolder(aside);
        List<OfLayer> layers = new ArrayList<>();
        Map<String, String> files = new TreeMap<>();
        network.visit(layer -> {
            layers.add(
                    new OfLayer(layer.place(), layer.versions(), layer.tally().entries(), layer.sent()));
            forEachArray(layer, (place, name, matrix) -> {
                String path = path(place, name);
                byte[] bytes = Npy.encode(matrix.toFloats(), shape(name, matrix));
                Durable.createFolder(aside.resolve(folder(place)));
                Durable.writeUnconfirmed(aside.resolve(path), bytes);
                files.put(path, Sha256.of(bytes));
            });
        });
        Suspension underWay = exact ? suspension(network, aside, files) : null;
        Checkpoint content =
                new Checkpoint(FORMAT, position, layers, network.input().entries(), traffic, files, underWay, null);
        Durable.writeUnconfirmed(aside.resolve(FILE), Durable.json(content.with(content.ownDigest())));
        if (confirmed) {
            Durable.confirm(aside);
        }
        Durable.move(aside, to);
        if (confirmed) {
            Durable.confirmOne(to.getParent());
        }
    }

    /** What is under way, its signals written; null if nothing ever is. */
    private static Suspension suspension(Network network, Path aside, Map<String, String> files) {
        Optional<InFlight> inFlight = network.inFlight();
        if (inFlight.isEmpty()) {
            return null;
        }
        Path file = aside.resolve(UNDER_WAY);
        Suspension found;
        try (SignalFile.Writer signals = new SignalFile.Writer(file)) {
            found = Suspension.of(network, inFlight.get(), signals);
        }
        files.put(UNDER_WAY, Sha256.of(Npy.bytes(file)));
        return found;
    }

    /** An array of the layer that it belongs to: V in the folder of layer i, wherever it lives. */
    interface ArrayVisitor {
        void visit(int place, String name, Matrix matrix);
    }

    static void forEachArray(Layer layer, ArrayVisitor visitor) {
        layer.arrays().forEach((name, matrix) -> visitor.visit(layer.place(), name, matrix));
        layer.arraysOfLayerAbove().forEach((name, matrix) -> visitor.visit(layer.place() + 1, name, matrix));
    }

    private Checkpoint with(String seal) {
        return new Checkpoint(format, position, layers, input, traffic, files, underWay, seal);
    }

    private String ownDigest() {
        return Sha256.of(Durable.json(with(null)));
    }

    /**
     * Reads a checkpoint and checks every file of it.
     *
     * @throws DataException if it is none, or damaged
     */
    static Checkpoint read(Path folder) {
        Checkpoint content = Durable.readJson(folder.resolve(FILE), Checkpoint.class, "");
        if (content == null
                || content.format != FORMAT
                || content.position == null
                || content.layers == null
                || content.files == null) {
            throw new DataException(folder.resolve(FILE) + ": is no checkpoint of format " + FORMAT);
        }
        if (content.digest != null && !content.digest.equals(content.ownDigest())) {
            throw new DataException(folder.resolve(FILE) + ": is damaged, its digest is not that of its content");
        }
        content.files.forEach((path, hash) -> {
            if (!Sha256.of(Npy.bytes(inside(folder, path))).equals(hash)) {
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
            forEachArray(layer, (place, name, matrix) -> load(folder, place, name, matrix));
            layer.restore(state.versions);
            layer.tally().restore(state.tally);
            layer.sent(state.sent);
        });
        network.input().restore(input);
    }

    /** Whether a network in virtual time can go on from it exactly. */
    boolean isExact() {
        return underWay != null;
    }

    /**
     * Has a restored network go on with what was under way.
     *
     * @param passes of the run until then; only the last need not be over
     * @param entered presentations of the last
     */
    void goOn(Path folder, Network network, Kernels kernels, List<Pass> passes, int entered) {
        Path file = folder.resolve(UNDER_WAY);
        SignalFile.Reader signals = new SignalFile.Reader(file, kernels);
        try {
            network.visit(layer -> underWay.restore(layer, signals));
            underWay.goOn(network, signals, passes, entered);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException misfit) {
            throw new DataException(file + ": does not fit the run (" + misfit.getMessage() + ")", misfit);
        }
    }

    /** Fills a layer's array from its file, which must have just its shape. */
    private static void load(Path folder, int place, String name, Matrix matrix) {
        Path file = folder.resolve(path(place, name));
        Npy.Content content = Npy.read(file);
        int[] expected = shape(name, matrix);
        if (!Arrays.equals(content.shape(), expected)) {
            throw new DataException(file + ": has shape " + content.shapeText() + ", but the layer needs "
                    + Arrays.toString(expected) + "; is it of another network?");
        }
        matrix.write(content.values());
    }

    /** An array's file in a checkpoint's folder. */
    static String path(int place, String name) {
        return folder(place) + "/" + name + ".npy";
    }

    private static String folder(int place) {
        return String.format(Locale.ROOT, "layer-%02d", place);
    }

    /** As in the paper: W n_i × n_{i−1}, V n_{i−1} × n_i, D n_i × n_M, b and c vectors. */
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
}
