package org.somata.experiments.plots;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.somata.config.ScheduleConfig;
import org.somata.experiments.runs.EpochFigures;
import org.somata.experiments.runs.LayerFigures;
import org.somata.experiments.runs.RecordedRun;

/** What there is to draw of a run, or of trials that differ in their seed alone: their means, with bars. */
final class Charts {
    private final List<RecordedRun> runs;
    private final String subject;
    private final int layers;

    private Charts(List<RecordedRun> runs) {
        this.runs = runs;
        this.subject = subject(runs);
        this.layers = runs.stream()
                .flatMap(run -> run.layers().stream())
                .mapToInt(LayerFigures::layer)
                .max()
                .orElse(0);
    }

    /** Charts in the order in which one would look at them; those of which nothing was measured have no curves. */
    static List<Chart> of(List<RecordedRun> runs) {
        return new Charts(runs).all();
    }

    private List<Chart> all() {
        return List.of(
                cost(),
                chart("errors", "Errors", "misclassified (%)", Axis.FROM_ZERO, errors()),
                chart(
                        "target-loss",
                        "Target losses",
                        "target loss (squared distance per example)",
                        Axis.LOGARITHMIC,
                        perLayer(LayerFigures::targetLoss)),
                chart(
                        "inverse-loss",
                        "Inverse losses",
                        "inverse loss (squared distance per example)",
                        Axis.LOGARITHMIC,
                        perLayer(LayerFigures::inverseLoss)),
                chart(
                        "backprop-angle",
                        "Angles to backpropagation",
                        "angle to backpropagation's gradient (degrees)",
                        Axis.ANGLE,
                        perLayer(LayerFigures::backpropAngleDeg)),
                chart("staleness", "Staleness", "staleness (versions of W)", Axis.FROM_ZERO, staleness()));
    }

    /** In lockstep there is none. */
    private List<Curve> staleness() {
        return runs.get(0).config().schedule().kind() == ScheduleConfig.Kind.ASYNCHRONOUS
                ? perLayer(layer -> layer.timeliness().stalenessMean())
                : List.of();
    }

    private Chart cost() {
        return runs.get(0).config().network().rebuildsInputs()
                ? chart("cost", "Reconstruction", "squared reconstruction error per example", Axis.FROM_ZERO, costs())
                : chart("cost", "Cost", "cost (nats per example)", Axis.LOGARITHMIC, costs());
    }

    private Chart chart(String name, String what, String label, Axis axis, List<Curve> curves) {
        List<Curve> drawable = curves.stream()
                .map(curve -> axis == Axis.LOGARITHMIC ? curve.positive() : curve)
                .filter(curve -> !curve.points().isEmpty())
                .toList();
        return new Chart(name, what + " · " + subject, label, axis, drawable);
    }

    private static String subject(List<RecordedRun> runs) {
        String name = runs.get(0).config().name();
        return runs.size() == 1
                ? name + ", seed " + runs.get(0).config().seed()
                : name + ", mean ± standard deviation of " + runs.size() + " seeds";
    }

    private List<Curve> costs() {
        return List.of(
                ofEpochs("training", Palette.TRAIN, EpochFigures::trainCost),
                ofEpochs("validation", Palette.VALID, EpochFigures::validCost),
                ofEpochs("test", Palette.TEST, EpochFigures::testCost));
    }

    private List<Curve> errors() {
        return List.of(
                ofEpochs("training", Palette.TRAIN, EpochFigures::trainError),
                ofEpochs("validation", Palette.VALID, EpochFigures::validError),
                ofEpochs("test", Palette.TEST, EpochFigures::testError));
    }

    private Curve ofEpochs(String name, Color colour, ToDoubleFunction<EpochFigures> figure) {
        Trials trials = new Trials();
        runs.forEach(run -> run.epochs().forEach(epoch -> trials.add(epoch.epoch(), figure.applyAsDouble(epoch))));
        return new Curve(name, colour, false, trials.points());
    }

    private List<Curve> perLayer(ToDoubleFunction<LayerFigures> figure) {
        List<Curve> curves = new ArrayList<>();
        for (int layer = 1; layer <= layers; layer++) {
            int place = layer;
            Trials trials = new Trials();
            runs.forEach(run -> run.layers().stream()
                    .filter(found -> found.layer() == place)
                    .forEach(found -> trials.add(found.epoch(), figure.applyAsDouble(found))));
            curves.add(new Curve("layer " + layer, Palette.layer(layer, layers), layer % 2 == 0, trials.points()));
        }
        return curves;
    }

    /** The numbers of all trials by epoch; what is none is left out. */
    private static final class Trials {
        private final TreeMap<Integer, List<Double>> byEpoch = new TreeMap<>();

        void add(int epoch, double number) {
            if (Double.isFinite(number)) {
                byEpoch.computeIfAbsent(epoch, absent -> new ArrayList<>()).add(number);
            }
        }

        List<Curve.Point> points() {
            return byEpoch.entrySet().stream()
                    .map(each -> Curve.Point.of(each.getKey(), each.getValue()))
                    .toList();
        }
    }
}
