package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.report.charts.Curve;
import org.somata.experiments.report.charts.CurveChart;
import org.somata.experiments.report.charts.Extent;
import org.somata.experiments.report.charts.Scale;
import org.somata.experiments.runs.EpochFigures;

/** Cost and errors against the epoch: a line for the mean of a configuration's runs, a band for their deviation. */
final class Curves {
    private final List<Group> groups;
    private final Trajectories lines;

    private Curves(List<Group> groups) {
        this.groups = groups;
        this.lines = Trajectories.overEpochs(groups);
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
        Extent extent = lines.extent(List.of(EpochFigures::trainCost));
        return extent.greatest() > 0 ? Scale.logarithmic(extent) : Scale.linear(extent, 6);
    }

    private Scale scaleOfRebuilt() {
        return Scale.fitting(lines.extent(List.of(EpochFigures::trainCost, EpochFigures::testCost)), 6);
    }

    /** One for test and validation, so that they can be compared. */
    private Scale scaleOfUnseen() {
        return Scale.fitting(lines.extent(List.of(EpochFigures::testError, EpochFigures::validError)), 6);
    }

    private Scale scaleOfSeen() {
        return Scale.fitting(lines.extent(List.of(EpochFigures::trainError)), 6);
    }

    private Optional<Element> chart(String title, ToDoubleFunction<EpochFigures> figure, Scale up) {
        List<Curve> curves = lines.of(figure);
        return curves.stream().allMatch(curve -> curve.mean().isEmpty())
                ? Optional.empty()
                : Optional.of(CurveChart.large(title, curves, up));
    }
}
