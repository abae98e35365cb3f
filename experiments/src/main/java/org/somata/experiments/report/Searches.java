package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.somata.config.ObjectiveConfig.Figure;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.report.charts.Extent;
import org.somata.experiments.report.charts.Scale;
import org.somata.experiments.report.charts.Scatter;
import org.somata.experiments.sweeps.RecordedPoint;
import org.somata.experiments.sweeps.RecordedSweep;
import org.somata.experiments.trials.Statistics;

/** A sweep: its points from the best to the worst, and how the objective goes with each key. */
final class Searches {
    /** Points that differ by a smaller share are said to have sent the same. */
    private static final double SAME_BITS = 0.01;

    private final RecordedSweep sweep;
    private final List<RecordedPoint> sorted;

    private Searches(RecordedSweep sweep) {
        this.sweep = sweep;
        // NaN, of a point that was not completed, comes last
        this.sorted = sweep.points().stream()
                .sorted(Comparator.comparingDouble(RecordedPoint::objective))
                .toList();
    }

    static List<Section> sections(List<RecordedSweep> sweeps) {
        List<Section> sections = new ArrayList<>();
        for (RecordedSweep sweep : sweeps) {
            sections.add(new Section(
                    "sweep-" + (sections.size() + 1), "Sweep " + sweep.config().name(), new Searches(sweep).content()));
        }
        return sections;
    }

    private List<Markup> content() {
        List<Markup> content = new ArrayList<>();
        content.add(Element.of("p", summary()));
        if (sorted.isEmpty()) {
            content.add(Section.note("No point is finished yet."));
            return content;
        }
        content.add(Element.classed("div", "small charts").add(charts()));
        content.add(Section.note(
                "The objective, the lower the better, against each key that varies, and against the bits sent where these do: a dot a point, the"
                        + " ring the best one, a cross at the upper edge one that diverged or failed."));
        content.add(table());
        return content;
    }

    private String summary() {
        Map<String, Integer> statuses = new TreeMap<>();
        sorted.forEach(point -> statuses.merge(point.status(), 1, Integer::sum));
        String ended = statuses.entrySet().stream()
                .map(status -> status.getValue() + " " + status.getKey())
                .collect(Collectors.joining(", "));
        String budget = sweep.config().points().isPresent()
                ? " of " + sweep.config().points().getAsInt()
                : "";
        return sorted.size() + budget + " points finished" + (ended.isEmpty() ? "" : " (" + ended + ")")
                + ". Objective: "
                + sweep.config().objective().toString().replace('-', ' ') + "."
                + sweep.best()
                        .map(best -> " The best point, " + best.id()
                                + ", is the one that the other parts of this report show.")
                        .orElse("");
    }

    private List<Element> charts() {
        Scale up = Scale.fitting(Extent.of(sorted.stream().mapToDouble(RecordedPoint::objective)), 4);
        List<Element> charts = new ArrayList<>();
        for (String key : sweep.config().space().keySet()) {
            List<String> values =
                    sorted.stream().map(point -> point.values().get(key)).toList();
            KeyAxis axis = KeyAxis.of(sweep.config().space().get(key), values);
            List<Scatter.Dot> dots = sorted.stream()
                    .map(point -> new Scatter.Dot(
                            axis.place(point.values().get(key)),
                            point.objective(),
                            says(point, key, point.values().get(key)),
                            isBest(point)))
                    .toList();
            charts.add(Scatter.of(key, dots, axis.scale(), up));
        }
        bits(up).ifPresent(charts::add);
        return charts;
    }

    /** Against what was sent, where points differ in that. */
    private Optional<Element> bits(Scale up) {
        Extent extent = Extent.of(sorted.stream().mapToDouble(Searches::bits));
        if (extent.isEmpty() || extent.greatest() - extent.least() <= SAME_BITS * extent.greatest()) {
            return Optional.empty();
        }
        List<Scatter.Dot> dots = sorted.stream()
                .filter(point -> !Double.isNaN(bits(point)))
                .map(point -> new Scatter.Dot(
                        bits(point),
                        point.objective(),
                        says(point, "bits sent", Numbers.prefixed(bits(point), "bit")),
                        isBest(point)))
                .toList();
        return Optional.of(Scatter.of("bits sent", dots, Scale.logarithmic(extent), up));
    }

    /** In training, both directions, mean over the point's trials; NaN where nothing was. */
    private static double bits(RecordedPoint point) {
        double bits = point.runs().isEmpty()
                ? 0
                : new Group(0, "", point.runs()).mean(result -> result.bitsForward() + result.bitsFeedback());
        return bits > 0 ? bits : Double.NaN;
    }

    private static String says(RecordedPoint point, String key, String value) {
        return point.id() + ": " + key + " " + value + ", "
                + (Double.isNaN(point.objective()) ? point.status() : Numbers.fixed(point.objective(), 4));
    }

    private boolean isBest(RecordedPoint point) {
        return sweep.best().filter(point::equals).isPresent();
    }

    private Element table() {
        List<Element> head = new ArrayList<>(List.of(Grid.over("point", 1)));
        sweep.config()
                .space()
                .keySet()
                .forEach(key ->
                        head.add(Element.classed("th", "n", Grid.path(key)).with("scope", "col")));
        head.addAll(List.of(Grid.pair("objective"), Grid.number("test error"), Grid.over("status", 1)));
        Grid grid = new Grid().called("Points of the sweep, the best first").head(head.toArray(Markup[]::new));
        sorted.forEach(point -> grid.row(row(point)));
        return grid.element();
    }

    private List<Element> row(RecordedPoint point) {
        Element id = Element.classed("th", "id", Element.of("code", point.id())).with("scope", "row");
        List<Element> row = new ArrayList<>(List.of(isBest(point) ? id.add(Element.of("b", " best")) : id));
        sweep.config()
                .space()
                .keySet()
                .forEach(key ->
                        row.add(Grid.rightly(KeyAxis.rounded(point.values().get(key)))));
        Statistics objective = Statistics.of(List.of(point.objective()));
        row.addAll(
                sweep.config().objective().figure() == Figure.TRAIN_COST
                        ? Grid.scientific(objective)
                        : Grid.mean(objective, Outcomes.ERROR_DECIMALS));
        row.add(Grid.rightly(Numbers.fixed(testError(point), Outcomes.ERROR_DECIMALS)));
        row.add(Element.classed("td", point.status().equals("completed") ? "" : "warn", point.status()));
        return row;
    }

    /** At the last epoch, mean over the point's trials. */
    private static double testError(RecordedPoint point) {
        return point.runs().isEmpty()
                ? Double.NaN
                : new Group(0, "", point.runs())
                        .statistics(Outcomes.last(figures -> figures.testError()))
                        .mean();
    }
}
