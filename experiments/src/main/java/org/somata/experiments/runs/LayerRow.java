package org.somata.experiments.runs;

import org.somata.model.layers.Tally;
import org.somata.model.network.Diagnostics;

/** A row of layers.csv: what an epoch's learning counted in a layer, and what was found in it afterwards. */
final class LayerRow {
    static final String[] COLUMNS = {
        "epoch",
        "layer",
        "target_loss",
        "inverse_loss",
        "update_norm",
        "weight_norm",
        "feedback_norm",
        "backprop_angle_deg",
        "eq4_share",
        "eq7_share",
        "eq25_share",
        "unchanged_share",
        "staleness_mean"
    };

    private LayerRow() {}

    static Object[] cells(int epoch, Tally tally, Diagnostics.OfLayer found) {
        return new Object[] {
            epoch,
            found.place(),
            tally.mean(Tally.TARGET_LOSS),
            tally.mean(Tally.INVERSE_LOSS),
            tally.mean(Tally.UPDATE_NORM),
            found.weightNorm(),
            found.feedbackNorm(),
            found.backpropAngle(),
            found.lowersLoss(),
            found.lowersLocalLoss(),
            found.movesTowardsTarget(),
            found.unchangedUnits(),
            tally.mean(Tally.STALENESS)
        };
    }
}
