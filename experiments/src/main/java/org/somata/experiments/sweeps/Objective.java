package org.somata.experiments.sweeps;

import java.util.List;
import org.somata.config.ObjectiveConfig;
import org.somata.config.ObjectiveConfig.Epoch;
import org.somata.config.ObjectiveConfig.Figure;
import org.somata.experiments.runs.EpochFigures;

/** The figure by which points are compared. */
final class Objective {
    private Objective() {}

    /** NaN where no epoch has been evaluated. Of an auto-encoder the validation error is its validation cost. */
    static double of(ObjectiveConfig objective, List<EpochFigures> epochs) {
        double[] figures = epochs.stream()
                .mapToDouble(epoch -> objective.figure() == Figure.VALID_ERROR ? epoch.selecting() : epoch.trainCost())
                .filter(figure -> !Double.isNaN(figure))
                .toArray();
        double found = figures.length == 0 ? Double.NaN : figures[figures.length - 1];
        if (objective.epoch() == Epoch.BEST) {
            for (double figure : figures) {
                found = Math.min(found, figure);
            }
        }
        return found;
    }
}
