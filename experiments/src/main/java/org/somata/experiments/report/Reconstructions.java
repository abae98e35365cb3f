package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.runs.Result.Figures;

/** What auto-encoders came to, which classify nothing. */
final class Reconstructions {
    private static final int DECIMALS = 3;

    private Reconstructions() {}

    /** None where all configurations classify. */
    static Optional<Section> section(Gathered gathered) {
        List<Group> groups = gathered.groups().stream()
                .filter(group -> group.config().network().rebuildsInputs())
                .toList();
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        Grid grid = new Grid()
                .called("Reconstruction errors of the completed runs")
                .head(
                        Element.of("td"),
                        Element.of("td"),
                        Grid.over("Last epoch", 6).with("class", "span"),
                        Grid.over("Selected", 4).with("class", "span"))
                .head(
                        Grid.over("configuration", 1),
                        Grid.number("n"),
                        Grid.pair("test"),
                        Grid.pair("validation"),
                        Grid.pair("training"),
                        Grid.pair("epoch"),
                        Grid.pair("test"));
        groups.forEach(group -> grid.row(row(group)));
        List<Markup> content = List.of(
                grid.element(),
                Section.note("Squared distance between an input and what is rebuilt of it, noise off, summed over its"
                        + " numbers and averaged over the examples. Mean ± standard deviation over the n completed runs."
                        + " “Selected” is the epoch of the lowest on validation of each run."));
        return Optional.of(new Section("reconstruction", "Reconstruction", content));
    }

    private static List<Element> row(Group group) {
        List<Element> row = new ArrayList<>(List.of(
                Chip.row(group), Grid.rightly(Integer.toString(group.completed().size()))));
        List<Function<Figures, Double>> last = List.of(Figures::testCost, Figures::validCost, Figures::trainCost);
        for (Function<Figures, Double> figure : last) {
            row.addAll(Grid.mean(group.statistics(Outcomes.last(figure)), DECIMALS));
        }
        row.addAll(Grid.mean(group.statistics(Outcomes.selected(figures -> (double) figures.epoch())), 0));
        row.addAll(Grid.mean(group.statistics(Outcomes.selected(Figures::testCost)), DECIMALS));
        return row;
    }
}
