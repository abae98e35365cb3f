package org.somata.experiments.report;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.somata.experiments.report.charts.Extent;
import org.somata.experiments.report.charts.Scale;
import org.somata.experiments.runs.LayerFigures;
import org.somata.experiments.runs.Timeliness;

/** What can be shown of a layer. */
enum LayerFigure {
    TARGET_LOSS("target loss", "‖ĥ − h‖²", LayerFigures::targetLoss, Kind.LOSS),
    INVERSE_LOSS("inverse loss", "‖g(f(h + ε)) − (h + ε)‖²", LayerFigures::inverseLoss, Kind.LOSS),
    ANGLE("angle to backpropagation", "degrees", LayerFigures::backpropAngleDeg, Kind.ANGLE),
    UNCHANGED("units with ĥ = h", "%", LayerFigures::unchangedShare, Kind.SHARE),
    EQ_4("Eq. 4 holds", "%", LayerFigures::eq4Share, Kind.SHARE),
    EQ_7("Eq. 7 holds", "%", LayerFigures::eq7Share, Kind.SHARE),
    EQ_25("Eq. 25 holds", "%", LayerFigures::eq25Share, Kind.SHARE),
    UPDATE_NORM("update of W", "mean norm", LayerFigures::updateNorm, Kind.LOSS),
    WEIGHT_NORM("‖W‖", "", LayerFigures::weightNorm, Kind.SIZE),
    FEEDBACK_NORM("‖V‖", "", LayerFigures::feedbackNorm, Kind.SIZE),
    STALENESS("staleness", "versions of W", late(Timeliness::stalenessMean), Kind.SIZE),
    STALENESS_MOST("greatest staleness", "versions of W", late(Timeliness::stalenessMax), Kind.TIME),
    FEEDBACK_STALENESS("staleness of V", "versions of V", late(Timeliness::feedbackStalenessMean), Kind.TIME),
    FEEDBACK_STALENESS_MOST(
            "greatest staleness of V", "versions of V", late(Timeliness::feedbackStalenessMax), Kind.TIME),
    AGE("age of credit", "ms", late(LayerFigure::ageInMs), Kind.TIME),
    MISSED("credits missed by chance", "an epoch", late(Timeliness::missed), Kind.TIME),
    EXPIRED("messages expired", "an epoch", late(Timeliness::expired), Kind.TIME),
    DUPLICATES("copies dropped", "an epoch", late(Timeliness::duplicates), Kind.TIME),
    LOST("messages sent and lost", "an epoch", late(Timeliness::lost), Kind.TIME);

    private enum Kind {
        LOSS,
        SHARE,
        ANGLE,
        SIZE,
        /** What there is only without a clock. */
        TIME
    }

    private static final double NANOS_OF_MS = 1e6;

    private final String words;
    private final String unit;
    private final ToDoubleFunction<LayerFigures> figure;
    private final Kind kind;

    LayerFigure(String words, String unit, ToDoubleFunction<LayerFigures> figure, Kind kind) {
        this.words = words;
        this.unit = unit;
        this.figure = figure;
        this.kind = kind;
    }

    private static double ageInMs(Timeliness late) {
        return late.ageMeanNs() / NANOS_OF_MS;
    }

    private static ToDoubleFunction<LayerFigures> late(ToDoubleFunction<Timeliness> figure) {
        return row -> figure.applyAsDouble(row.timeliness());
    }

    String words() {
        return words;
    }

    String title() {
        String first = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return unit.isEmpty() ? first : first + ", " + unit;
    }

    /** In its unit: a share in percent. */
    double of(LayerFigures row) {
        return figure.applyAsDouble(row) * (kind == Kind.SHARE ? 100 : 1);
    }

    /** Shares and angles have ends of their own. */
    Scale scale(Extent extent) {
        return switch (kind) {
            case LOSS -> Scale.fitting(extent, 4);
            case SHARE -> Scale.between(0, 100, 50);
            case ANGLE -> Scale.between(0, extent.greatest() > 90 ? 180 : 90, extent.greatest() > 90 ? 60 : 30);
            case SIZE, TIME -> Scale.linear(extent, 4);
        };
    }

    /** Whether nobody would ask for it: where time does nothing. */
    boolean isIdle(Extent extent) {
        return kind == Kind.TIME && (extent.isEmpty() || extent.greatest() == 0);
    }

    /** Whether a chart of it would show nothing but a straight line. */
    boolean isStill(Extent extent) {
        double moves = extent.greatest() - extent.least();
        return moves <= 1e-9 * Math.abs(extent.greatest()) || kind == Kind.ANGLE && extent.greatest() < 0.1;
    }

    String value(double value) {
        return switch (kind) {
            case LOSS -> String.format(Locale.ROOT, "%.3g", value);
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", value);
            case ANGLE -> String.format(Locale.ROOT, "%.1f°", value);
            case SIZE, TIME -> String.format(Locale.ROOT, "%.4g", value).replaceAll("\\.0+$", "");
        };
    }
}
