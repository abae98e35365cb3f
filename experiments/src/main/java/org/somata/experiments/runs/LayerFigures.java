package org.somata.experiments.runs;

import java.util.List;
import java.util.stream.Stream;
import org.somata.model.layers.Tally;
import org.somata.model.network.Diagnostics;

/**
 * What an epoch's learning counted in a layer, and what was found in it afterwards; NaN where there is nothing to
 * measure, such as feedback weights of layer 1. Its cells are a row of layers.csv.
 *
 * @param targetLoss L_i, mean over examples and presentations; of an auto-encoder that on f(x+ε)
 * @param inverseLoss L_i^inv, the same; of an auto-encoder ‖z − x‖², with the noise of learning
 * @param updateNorm mean norm of an update of W
 * @param weightNorm ‖W_i‖
 * @param feedbackNorm ‖V_i‖
 * @param backpropAngleDeg between the layer's gradient and backpropagation's, in degrees
 * @param eq4Share of probe examples for which Eq. 4 holds, from 0 to 1; likewise Eqs. 7 and 25
 * @param unchangedShare of units whose target is their activation, from 0 to 1
 * @param timeliness how late it learned
 */
public record LayerFigures(
        int epoch,
        int layer,
        double targetLoss,
        double inverseLoss,
        double updateNorm,
        double weightNorm,
        double feedbackNorm,
        double backpropAngleDeg,
        double eq4Share,
        double eq7Share,
        double eq25Share,
        double unchangedShare,
        Timeliness timeliness) {
    private static final List<String> OWN = List.of(
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
            "unchanged_share");

    /** Of the first program's; the last of them is of timeliness. */
    static final int LEAST_COLUMNS = OWN.size() + 1;

    static final List<String> COLUMNS =
            Stream.concat(OWN.stream(), Timeliness.COLUMNS.stream()).toList();

    /** @param below of the layer below, which counts the inverse loss of a feedback mapping that lives there */
    static LayerFigures of(int epoch, Tally tally, Tally below, Diagnostics.OfLayer found) {
        boolean receiver = below.count(Tally.INVERSE_LOSS_ABOVE) > 0;
        return new LayerFigures(
                epoch,
                found.place(),
                tally.mean(Tally.TARGET_LOSS),
                receiver ? below.mean(Tally.INVERSE_LOSS_ABOVE) : tally.mean(Tally.INVERSE_LOSS),
                tally.mean(Tally.UPDATE_NORM),
                found.weightNorm(),
                found.feedbackNorm(),
                found.backpropAngle(),
                found.lowersLoss(),
                found.lowersLocalLoss(),
                found.movesTowardsTarget(),
                found.unchangedUnits(),
                Timeliness.of(tally, below));
    }

    static LayerFigures parse(List<String> row) {
        return new LayerFigures(
                Integer.parseInt(row.get(0)),
                Integer.parseInt(row.get(1)),
                CsvText.number(row.get(2)),
                CsvText.number(row.get(3)),
                CsvText.number(row.get(4)),
                CsvText.number(row.get(5)),
                CsvText.number(row.get(6)),
                CsvText.number(row.get(7)),
                CsvText.number(row.get(8)),
                CsvText.number(row.get(9)),
                CsvText.number(row.get(10)),
                CsvText.number(row.get(11)),
                Timeliness.parse(row.subList(OWN.size(), row.size())));
    }

    Object[] cells() {
        List<Object> own = List.of(
                epoch,
                layer,
                targetLoss,
                inverseLoss,
                updateNorm,
                weightNorm,
                feedbackNorm,
                backpropAngleDeg,
                eq4Share,
                eq7Share,
                eq25Share,
                unchangedShare);
        return Stream.concat(own.stream(), timeliness.cells().stream()).toArray();
    }
}
