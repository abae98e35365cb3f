package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.runs.Result;
import org.somata.experiments.runs.Result.Figures;

/** What the runs came to, beside the paper where it has something to say. */
final class Outcomes {
    static final int ERROR_DECIMALS = 2;

    private final List<Group> groups;

    private Outcomes(List<Group> groups) {
        this.groups = groups;
    }

    /** Of configurations that classify; none if there is none. */
    static Optional<Section> section(Gathered gathered) {
        Outcomes outcomes = new Outcomes(gathered.groups().stream()
                .filter(group -> !group.config().network().rebuildsInputs())
                .toList());
        if (outcomes.groups.isEmpty()) {
            return Optional.empty();
        }
        List<Markup> content = new ArrayList<>();
        if (outcomes.groups.stream().allMatch(group -> group.completed().isEmpty())) {
            content.add(Section.note("No run has been completed, so there are no figures yet; the curves below show how"
                    + " far each came."));
        } else {
            content.add(outcomes.table());
            content.add(Section.note("Errors in percent; cost in nats an example over the training set. Mean ± standard"
                    + " deviation over the n completed runs. “Selected” is the epoch of lowest validation error of each"
                    + " run."));
        }
        content.addAll(outcomes.sources());
        return Optional.of(new Section("results", "Results", content));
    }

    private boolean besidePaper() {
        return groups.stream().anyMatch(group -> Paper.beside(group.config()).isPresent());
    }

    private boolean selecting() {
        return groups.stream()
                .anyMatch(
                        group -> group.statistics(selected(Figures::validError)).n() > 0);
    }

    private Element table() {
        List<Element> above = new ArrayList<>(List.of(Element.of("td"), Element.of("td"), span("Last epoch", 8)));
        List<Element> head = new ArrayList<>(List.of(
                Grid.over("configuration", 1),
                Grid.number("n"),
                Grid.pair("test error"),
                Grid.pair("validation"),
                Grid.pair("training"),
                Grid.pair("training cost")));
        if (selecting()) {
            above.add(span("Selected", 6));
            head.addAll(List.of(Grid.pair("epoch"), Grid.pair("test error"), Grid.pair("validation")));
        }
        if (besidePaper()) {
            above.add(span("Paper", 3));
            head.addAll(List.of(Grid.number("test error"), Grid.pair("training cost")));
        }
        Grid grid = new Grid()
                .called("Figures of the completed runs")
                .head(above.toArray(Markup[]::new))
                .head(head.toArray(Markup[]::new));
        groups.forEach(group -> grid.row(row(group)));
        return grid.element();
    }

    private static Element span(String text, int columns) {
        return Grid.over(text, columns).with("class", "span");
    }

    private List<Element> row(Group group) {
        List<Element> row = new ArrayList<>(List.of(
                Chip.row(group), Grid.rightly(Integer.toString(group.completed().size()))));
        row.addAll(first(Grid.mean(group.statistics(last(Figures::testError)), ERROR_DECIMALS)));
        row.addAll(Grid.mean(group.statistics(last(Figures::validError)), ERROR_DECIMALS));
        row.addAll(Grid.mean(group.statistics(last(Figures::trainError)), ERROR_DECIMALS));
        row.addAll(Grid.scientific(group.statistics(last(Figures::trainCost))));
        if (selecting()) {
            row.addAll(first(Grid.mean(group.statistics(selected(figures -> (double) figures.epoch())), 0)));
            row.addAll(Grid.mean(group.statistics(selected(Figures::testError)), ERROR_DECIMALS));
            row.addAll(Grid.mean(group.statistics(selected(Figures::validError)), ERROR_DECIMALS));
        }
        if (besidePaper()) {
            row.addAll(paper(Paper.beside(group.config())));
        }
        return row;
    }

    /** A line stands before the first column of those that belong together. */
    private static List<Element> first(List<Element> cells) {
        cells.get(0).with("class", "n mean first");
        return cells;
    }

    private static List<Element> paper(Optional<Paper.Reported> reported) {
        double error = reported.map(Paper.Reported::testError).orElse(Double.NaN);
        double cost = reported.map(Paper.Reported::trainCost).orElse(Double.NaN);
        List<Element> cells =
                new ArrayList<>(List.of(Element.classed("td", "n first paper", Numbers.fixed(error, ERROR_DECIMALS))));
        int exponent = Numbers.exponent(cost);
        Element power = Element.classed("td", "spread paper");
        cells.add(Element.classed("td", "n mean paper", Numbers.fixed(cost / Math.pow(10, exponent), 3)));
        cells.add(Double.isNaN(cost) ? power : power.add(Numbers.timesTenTo(exponent)));
        return cells;
    }

    private List<Element> sources() {
        List<Element> notes = new ArrayList<>();
        if (besidePaper()) {
            Element note = Element.classed("p", "note", "Paper: " + Paper.CITATION + " (");
            Map<String, List<String>> sources = new LinkedHashMap<>();
            for (Group group : groups) {
                Paper.beside(group.config())
                        .ifPresent(reported -> sources.computeIfAbsent(reported.source(), none -> new ArrayList<>())
                                .add(group.letter()));
            }
            note.add(sources.entrySet().stream()
                    .map(source -> String.join(", ", source.getValue()) + ": " + source.getKey())
                    .collect(Collectors.joining("; ")));
            notes.add(note.add("). It stands beside a configuration that names the section and has its data, rule and"
                    + " nonlinearity; nothing else is compared, such as epochs or sizes."));
        }
        TreeSet<String> silent = new TreeSet<>();
        for (Group group : groups) {
            if (!group.config().section().isBlank()
                    && Paper.beside(group.config()).isEmpty()) {
                silent.add(group.letter());
            }
        }
        if (!silent.isEmpty()) {
            notes.add(Section.note(String.join(", ", silent) + ": names a section of the paper, which reports no figure"
                    + " for this data, rule and nonlinearity."));
        }
        return notes;
    }

    static Function<Result, Optional<Double>> last(Function<Figures, Double> figure) {
        return result -> Optional.ofNullable(result.atEnd()).map(figure);
    }

    static Function<Result, Optional<Double>> selected(Function<Figures, Double> figure) {
        return result -> Optional.ofNullable(result.selected()).map(figure);
    }
}
