package org.somata.experiments.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.somata.experiments.tensorboard.EventFile;

/**
 * The rows of the tables as TensorBoard's scalars, in {@code tb}; the step is the epoch, as in the tables. A column
 * {@code train_cost} has the tag {@code train/cost}, and {@code target_loss} of layer 3 {@code layer-3/target_loss}.
 */
final class Curves {
    private static final String DEGREES = "_deg";

    private final Path folder;
    private final EventFile events;

    /**
     * Begins a file in the folder; what others there say of this epoch and later ones is void.
     *
     * @param firstEpoch the one that comes next
     */
    Curves(Path folder, int firstEpoch) {
        this.folder = folder;
        try {
            events = EventFile.begin(folder, firstEpoch);
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    /** An epoch's rows; {@code layers} is empty where nothing was evaluated. */
    void add(EpochFigures epoch, List<LayerFigures> layers) {
        Map<String, Double> scalars = new LinkedHashMap<>();
        Object[] cells = epoch.cells();
        for (int column = 1; column < cells.length; column++) {
            scalars.put(EpochFigures.COLUMNS[column].replaceFirst("_", "/"), number(cells[column]));
        }
        layers.forEach(layer -> addLayer(layer, scalars));
        try {
            events.add(epoch.epoch(), scalars);
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private static void addLayer(LayerFigures layer, Map<String, Double> scalars) {
        Object[] cells = layer.cells();
        for (int column = 2; column < cells.length; column++) {
            String name = LayerFigures.COLUMNS.get(column);
            String tag = name.endsWith(DEGREES) ? name.substring(0, name.length() - DEGREES.length()) : name;
            scalars.put("layer-" + layer.layer() + "/" + tag, number(cells[column]));
        }
    }

    private static double number(Object cell) {
        return ((Number) cell).doubleValue();
    }

    private RunException unwritable(IOException failure) {
        return new RunException(folder + ": cannot be written ("
                + failure.getClass().getSimpleName() + ": " + failure.getMessage() + ")");
    }
}
