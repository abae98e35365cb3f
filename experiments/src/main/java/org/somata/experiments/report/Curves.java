package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.somata.experiments.report.charts.Curve;
import org.somata.experiments.report.charts.Curve.Ending;
import org.somata.experiments.report.charts.CurveChart;
import org.somata.experiments.report.charts.Extent;
import org.somata.experiments.report.charts.Points;
import org.somata.experiments.report.charts.Scale;
import org.somata.experiments.report.markup.Element;
import org.somata.experiments.report.markup.Markup;
import org.somata.experiments.runs.EpochFigures;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;
import org.somata.experiments.trials.Statistics;

/** Cost and errors against the epoch: a line for the mean of a configuration's runs, a band for their deviation. */
final class Curves {
    private final List<Group> groups;

    private Curves(List<Group> groups) {
        this.groups = groups;
    }

    static Section section(Gathered gathered) {
        Curves curves = of(gathered, false);
        Curves rebuilding = of(gathered, true);
        List<Element> charts = Stream.of(
                        curves.chart("Training cost, nats an example", EpochFigures::trainCost, curves.scaleOfCost()),
                        curves.chart("Test error, %", EpochFigures::testError, curves.scaleOfUnseen()),
                        curves.chart("Validation error, %", EpochFigures::validError, curves.scaleOfUnseen()),
                        curves.chart("Training error, %", EpochFigures::trainError, curves.scaleOfSeen()),
                        rebuilding.chart(
                                "Squared reconstruction error, training",
                                EpochFigures::trainCost,
                                rebuilding.scaleOfRebuilt()),
                        rebuilding.chart(
                                "Squared reconstruction error, test",
                                EpochFigures::testCost,
                                rebuilding.scaleOfRebuilt()))
                .flatMap(Optional::stream)
                .toList();
        List<Markup> content = new ArrayList<>();
        if (charts.isEmpty()) {
            content.add(Section.note("Nothing has been evaluated yet."));
        } else {
            content.add(Element.classed("div", "charts").add(charts));
            content.add(Section.note(new Curves(gathered.groups()).explanation()));
        }
        return new Section("curves", "Curves", content);
    }

    /** The classifiers, or the auto-encoders, whose figures are of another kind. */
    private static Curves of(Gathered gathered, boolean rebuilding) {
        return new Curves(gathered.groups().stream()
                .filter(group -> group.config().network().rebuildsInputs() == rebuilding)
                .toList());
    }

    private String explanation() {
        List<String> sentences = new ArrayList<>();
        if (groups.stream().anyMatch(group -> group.completed().size() > 1)) {
            sentences.add(
                    "Lines are means over the completed runs, bands reach one standard deviation to either side.");
        }
        if (groups.stream().flatMap(group -> group.completed().stream()).anyMatch(Group::stoppedEarly)) {
            sentences.add("Where some runs stopped early, the rest of a line is the mean of those that went on.");
        }
        if (groups.stream().anyMatch(group -> !group.unfinished().isEmpty())) {
            sentences.add(
                    "Thin lines are single runs that were not completed: a ring where one may go on, a cross where"
                            + " it diverged or failed.");
        }
        sentences.add("Axes of costs, and of errors that fall by more than a factor of three, are logarithmic.");
        return String.join(" ", sentences);
    }

    private Scale scaleOfCost() {
        Extent extent = extent(List.of(EpochFigures::trainCost));
        return extent.greatest() > 0 ? Scale.logarithmic(extent) : Scale.linear(extent, 6);
    }

    private Scale scaleOfRebuilt() {
        return Scale.fitting(extent(List.of(EpochFigures::trainCost, EpochFigures::testCost)), 6);
    }

    /** One for test and validation, so that they can be compared. */
    private Scale scaleOfUnseen() {
        return Scale.fitting(extent(List.of(EpochFigures::testError, EpochFigures::validError)), 6);
    }

    private Scale scaleOfSeen() {
        return Scale.fitting(extent(List.of(EpochFigures::trainError)), 6);
    }

    /** Without the lower edges of bands: one that reaches 0 would take a logarithmic axis down with it. */
    private Extent extent(List<ToDoubleFunction<EpochFigures>> figures) {
        return Extent.of(figures.stream()
                .flatMap(figure -> curves(figure).stream())
                .flatMapToDouble(curve ->
                        DoubleStream.concat(curve.mean().values(), curve.high().values())));
    }

    private List<Curve> curves(ToDoubleFunction<EpochFigures> figure) {
        List<Curve> curves = new ArrayList<>();
        for (Group group : groups) {
            mean(group, figure).ifPresent(curves::add);
            boolean alone = group.completed().isEmpty();
            group.unfinished().forEach(run -> curves.add(single(group, run, alone, figure)));
        }
        return curves;
    }

    private Optional<Element> chart(String title, ToDoubleFunction<EpochFigures> figure, Scale up) {
        List<Curve> curves = curves(figure);
        return curves.stream().allMatch(curve -> curve.mean().isEmpty())
                ? Optional.empty()
                : Optional.of(CurveChart.large(title, curves, up));
    }

    private static Optional<Curve> mean(Group group, ToDoubleFunction<EpochFigures> figure) {
        TreeMap<Integer, List<EpochFigures>> rows = new TreeMap<>();
        for (RecordedRun run : group.completed()) {
            run.epochs()
                    .forEach(row -> rows.computeIfAbsent(row.epoch(), none -> new ArrayList<>())
                            .add(row));
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        double[] epochs =
                rows.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
        List<Statistics> all =
                rows.values().stream().map(each -> Group.over(each, figure)).toList();
        Points mean =
                new Points(epochs, all.stream().mapToDouble(Statistics::mean).toArray());
        Points low = new Points(
                epochs,
                all.stream().mapToDouble(of -> of.mean() - of.deviation()).toArray());
        Points high = new Points(
                epochs,
                all.stream().mapToDouble(of -> of.mean() + of.deviation()).toArray());
        return Optional.of(new Curve(
                group.letter(),
                group.letter() + " " + group.name() + lastly(mean),
                group.colour(),
                mean,
                low,
                high,
                Ending.COMPLETE));
    }

    private static Curve single(Group group, RecordedRun run, boolean alone, ToDoubleFunction<EpochFigures> figure) {
        Points points = new Points(
                run.epochs().stream().mapToDouble(EpochFigures::epoch).toArray(),
                run.epochs().stream().mapToDouble(figure).toArray());
        boolean broken = run.status().equals(Result.DIVERGED) || run.status().equals(Result.FAILED);
        return Curve.plain(
                alone ? group.letter() : "",
                group.letter() + " " + group.name() + ", seed " + run.config().seed() + ", " + run.status()
                        + lastly(points),
                group.colour(),
                points,
                broken ? Ending.BROKEN : Ending.OPEN);
    }

    private static String lastly(Points points) {
        return points.isEmpty() ? "" : String.format(Locale.ROOT, ": %.4g at the end", points.last());
    }
}
