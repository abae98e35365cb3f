package org.somata.experiments.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.data.DataException;

/**
 * A run as its directory tells it, whether it has ended, still goes or was killed. Reading it takes no lock and changes
 * nothing.
 *
 * @param result how it ended; empty while it goes, or where it was killed
 * @param epochs the rows of metrics.csv
 * @param layers the rows of layers.csv
 */
public record RecordedRun(
        Path folder,
        ExperimentConfig config,
        Manifest manifest,
        Optional<Result> result,
        List<EpochFigures> epochs,
        List<LayerFigures> layers) {
    /** What {@link #status} says of a run that goes, or was killed. */
    public static final String UNFINISHED = "unfinished";

    public RecordedRun {
        epochs = List.copyOf(epochs);
        layers = List.copyOf(layers);
    }

    /**
     * @throws WrongFolderException if there is no run
     * @throws org.somata.experiments.data.DataException if a file of it is missing or damaged
     */
    public static RecordedRun read(Path folder) {
        RunDirectory.requireRun(folder);
        RunFiles files = new RunFiles(folder);
        ExperimentConfig config = files.configOfOne();
        return new RecordedRun(
                folder,
                config,
                files.manifest(),
                files.result(),
                rows(files.metrics(), EpochFigures::parse),
                rows(files.layers(), LayerFigures::parse));
    }

    private static <T> List<T> rows(Table table, Function<List<String>, T> parse) {
        return table.rows(Integer.MAX_VALUE).stream()
                .map(row -> {
                    try {
                        return parse.apply(row);
                    } catch (NumberFormatException none) {
                        throw new DataException(
                                table.file() + ": epoch " + row.get(0) + " has a cell that is no number ("
                                        + none.getMessage() + "); was the file changed by hand?");
                    }
                })
                .toList();
    }

    /** Its result's status, or that it is unfinished. */
    public String status() {
        return result.map(Result::status).orElse(UNFINISHED);
    }

    /** Whole epochs that are done. */
    public int epochsDone() {
        int rows = epochs.stream().mapToInt(EpochFigures::epoch).max().orElse(0);
        return result.map(Result::epochs).orElse(rows);
    }

    public boolean completed() {
        return status().equals(Result.COMPLETED);
    }

    /** Where its first weights came from, such as {@code 3.4-mnist-autoencoder-dtp/epoch-000015}; empty if drawn. */
    public String origin() {
        return InitialArrays.origin(manifest.init());
    }

    /** The rows of traffic.csv; none where an earlier program wrote no such file. */
    public List<EpochTraffic> traffic() {
        return rows(new RunFiles(folder).traffic(), EpochTraffic::parse);
    }

    /**
     * An array of a layer as the newest sound checkpoint has it, such as W of layer 1; empty where there is no checkpoint
     * or the layer has none of that name.
     */
    public Optional<RecordedArray> newest(int layer, String name) {
        return new Checkpoints(new RunFiles(folder).file("checkpoints"), 1, 1)
                .newest(damaged -> {})
                .flatMap(found -> found.array(layer, name));
    }
}
