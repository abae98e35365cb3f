package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.somata.experiments.markup.Element;
import org.somata.experiments.runs.Result;
import org.somata.experiments.runs.Result.Figures;
import org.somata.experiments.trials.PairedDifference;

/** Configurations against each other, by the seeds that both were run with. */
final class Pairs {
    /** Of more, each stands against the first alone. */
    private static final int MOST_AGAINST_EACH_OTHER = 4;

    private Pairs() {}

    static Optional<Section> section(Gathered gathered) {
        List<Group> groups = gathered.groups().stream()
                .filter(group -> !group.completed().isEmpty())
                .filter(group -> !group.config().network().rebuildsInputs())
                .toList();
        if (groups.size() < 2) {
            return Optional.empty();
        }
        Grid grid = new Grid()
                .called("Differences between configurations, paired by seed")
                .head(
                        Grid.over("difference", 1),
                        Grid.number("seeds"),
                        Grid.pair("test error, last epoch"),
                        Grid.pair("test error, selected"),
                        Grid.pair("validation, last epoch"),
                        Grid.pair("validation, selected"));
        for (int i = 0; i < groups.size(); i++) {
            boolean against = i == 0 || groups.size() <= MOST_AGAINST_EACH_OTHER;
            for (int j = i + 1; against && j < groups.size(); j++) {
                grid.row(row(groups.get(i), groups.get(j)));
            }
        }
        return Optional.of(new Section(
                "differences",
                "Differences by seed",
                List.of(
                        grid.element(),
                        Section.note("In percentage points: the mean of the differences between runs of the same seed ±"
                                + " its standard error. Below zero, the first of the two has the lower error."))));
    }

    private static List<Element> row(Group reference, Group other) {
        List<Element> row = new ArrayList<>();
        row.add(Element.of("th", Chip.of(other)).with("scope", "row").add(" − ").add(Chip.of(reference)));
        PairedDifference first = difference(reference, other, Outcomes.last(Figures::testError));
        row.add(
                first.n() == 0
                        ? Element.classed("td", "n none", "none in common")
                        : Grid.rightly(Integer.toString(first.n())));
        row.addAll(Grid.difference(first, 3));
        row.addAll(Grid.difference(difference(reference, other, Outcomes.selected(Figures::testError)), 3));
        row.addAll(Grid.difference(difference(reference, other, Outcomes.last(Figures::validError)), 3));
        row.addAll(Grid.difference(difference(reference, other, Outcomes.selected(Figures::validError)), 3));
        return row;
    }

    private static PairedDifference difference(
            Group reference, Group other, Function<Result, Optional<Double>> figure) {
        return PairedDifference.of(reference.bySeed(figure), other.bySeed(figure));
    }
}
