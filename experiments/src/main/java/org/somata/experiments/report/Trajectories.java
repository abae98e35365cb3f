package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.somata.experiments.report.charts.Curve;
import org.somata.experiments.report.charts.Curve.Ending;
import org.somata.experiments.report.charts.Extent;
import org.somata.experiments.report.charts.Points;
import org.somata.experiments.runs.EpochFigures;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;
import org.somata.experiments.trials.Statistics;

/**
 * How figures went as runs learned: a line for the mean of a configuration's completed runs, one for each run that was
 * not completed.
 *
 * @param along where along the axis an epoch of a run lies; NaN where that is not known
 * @param end in words, where along it a line ends
 */
record Trajectories(
        List<Group> groups, ToDoubleBiFunction<RecordedRun, EpochFigures> along, DoubleFunction<String> end) {
    static Trajectories overEpochs(List<Group> groups) {
        return new Trajectories(groups, (run, row) -> row.epoch(), epoch -> "at the end");
    }

    /** An epoch of a run, and where it lies. */
    private record Place(double x, EpochFigures row) {}

    List<Curve> of(ToDoubleFunction<EpochFigures> figure) {
        List<Curve> curves = new ArrayList<>();
        for (Group group : groups) {
            mean(group, figure).ifPresent(curves::add);
            boolean alone = group.completed().isEmpty();
            group.unfinished().forEach(run -> curves.add(single(group, run, alone, figure)));
        }
        return curves;
    }

    /** Without the lower edges of bands: one that reaches 0 would take a logarithmic axis down with it. */
    Extent extent(List<ToDoubleFunction<EpochFigures>> figures) {
        return Extent.of(figures.stream()
                .flatMap(figure -> of(figure).stream())
                .flatMapToDouble(curve ->
                        DoubleStream.concat(curve.mean().values(), curve.high().values())));
    }

    private List<Place> places(RecordedRun run) {
        return run.epochs().stream()
                .map(row -> new Place(along.applyAsDouble(run, row), row))
                .filter(place -> Double.isFinite(place.x))
                .toList();
    }

    private Optional<Curve> mean(Group group, ToDoubleFunction<EpochFigures> figure) {
        TreeMap<Integer, List<Place>> epochs = new TreeMap<>();
        for (RecordedRun run : group.completed()) {
            places(run)
                    .forEach(place -> epochs.computeIfAbsent(place.row.epoch(), none -> new ArrayList<>())
                            .add(place));
        }
        if (epochs.isEmpty()) {
            return Optional.empty();
        }
        double[] x = epochs.values().stream()
                .mapToDouble(each -> Group.over(each, Place::x).mean())
                .toArray();
        List<Statistics> all = epochs.values().stream()
                .map(each -> Group.over(each, place -> figure.applyAsDouble(place.row)))
                .toList();
        Points mean = points(x, all.stream().mapToDouble(Statistics::mean));
        return Optional.of(new Curve(
                group.letter(),
                group.letter() + " " + group.name() + lastly(mean),
                group.colour(),
                mean,
                points(x, all.stream().mapToDouble(of -> of.mean() - of.deviation())),
                points(x, all.stream().mapToDouble(of -> of.mean() + of.deviation())),
                Ending.COMPLETE));
    }

    private Curve single(Group group, RecordedRun run, boolean alone, ToDoubleFunction<EpochFigures> figure) {
        List<Place> places = places(run);
        Points points = points(
                places.stream().mapToDouble(Place::x).toArray(),
                places.stream().mapToDouble(place -> figure.applyAsDouble(place.row)));
        boolean broken = run.status().equals(Result.DIVERGED) || run.status().equals(Result.FAILED);
        return Curve.plain(
                alone ? group.letter() : "",
                group.letter() + " " + group.name() + ", seed " + run.config().seed() + ", " + run.status()
                        + lastly(points),
                group.colour(),
                points,
                broken ? Ending.BROKEN : Ending.OPEN);
    }

    private static Points points(double[] x, DoubleStream y) {
        return new Points(x, y.toArray());
    }

    private String lastly(Points points) {
        return points.isEmpty() ? "" : String.format(Locale.ROOT, ": %.4g ", points.last()) + end.apply(points.lastX());
    }
}
