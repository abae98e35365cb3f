package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.report.charts.Across;
import org.somata.experiments.report.charts.Curve;
import org.somata.experiments.report.charts.CurveChart;
import org.somata.experiments.report.charts.Extent;
import org.somata.experiments.report.charts.Scale;
import org.somata.experiments.runs.EpochFigures;
import org.somata.experiments.runs.EpochTraffic;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;

/** How low the error came for the bits that were sent, and on which links they were. */
final class BitsSent {
    private final List<Group> groups;
    private final boolean tested;

    private BitsSent(List<Group> groups) {
        this.groups = groups;
        this.tested = groups.stream()
                .flatMap(group -> group.runs().stream())
                .flatMap(run -> run.epochs().stream())
                .anyMatch(row -> !Double.isNaN(row.testError()));
    }

    /** Nothing where no run has sent anything, or nothing has been evaluated. */
    static Optional<Section> section(Gathered gathered) {
        BitsSent bits = new BitsSent(gathered.groups());
        Optional<Element> chart = bits.chart();
        if (chart.isEmpty()) {
            return Optional.empty();
        }
        List<Markup> content = new ArrayList<>();
        content.add(
                Element.classed("div", "charts", chart.get(), Element.of("div").add(bits.beside())));
        content.add(
                Section.note("Bits of training as sent, up and down, each copy counted: units × examples × 32 for real"
                        + " numbers or 1 for bits; evaluation and labels are not among them. A dot is where a run came"
                        + " to its end. An example counts as often as it was presented to learn from."));
        content.addAll(LinkTables.of(gathered.groups()));
        return Optional.of(new Section("bits", "Error against bits sent", content));
    }

    private Optional<Element> chart() {
        Map<RecordedRun, Map<Integer, Double>> sent = new HashMap<>();
        groups.forEach(group -> group.runs().forEach(run -> sent.put(run, sent(run))));
        Trajectories lines = new Trajectories(
                groups,
                (run, row) -> sent.get(run).getOrDefault(row.epoch(), Double.NaN),
                bits -> "after " + Numbers.prefixed(bits, "bit"));
        ToDoubleFunction<EpochFigures> figure = tested ? EpochFigures::testError : EpochFigures::validError;
        List<Curve> curves = lines.of(figure);
        Extent across =
                Extent.of(curves.stream().flatMapToDouble(curve -> curve.mean().places()));
        if (across.isEmpty()) {
            return Optional.empty();
        }
        Across axis = new Across(
                Scale.logarithmic(across),
                "bits sent in training so far, in both directions",
                "",
                bits -> Numbers.prefixed(bits, "bit"),
                true);
        return Optional.of(CurveChart.large(title(), curves, axis, Scale.fitting(lines.extent(List.of(figure)), 6)));
    }

    private String title() {
        return (tested ? "Test error" : "Validation error") + " against bits sent, %";
    }

    /** Bits up to the end of each epoch; of a run that nobody counted them for by epoch, up to its last. */
    private static Map<Integer, Double> sent(RecordedRun run) {
        Map<Integer, Double> sent = new HashMap<>();
        run.result()
                .filter(result -> run.completed())
                .ifPresent(
                        result -> sent.put(result.epochs(), (double) (result.bitsForward() + result.bitsFeedback())));
        for (EpochTraffic row : run.traffic()) {
            sent.put(row.epoch(), (double) row.bits());
        }
        sent.values().removeIf(bits -> bits <= 0);
        return sent;
    }

    private Element beside() {
        Grid grid = new Grid()
                .called("Bits an example and in all")
                .head(
                        Element.of("td"),
                        Grid.over("Bits an example", 2).with("class", "span"),
                        Grid.over("Of a run", 2).with("class", "span"))
                .head(
                        Grid.over("configuration", 1),
                        Grid.number("forward"),
                        Grid.number("feedback"),
                        Grid.number("in all"),
                        Grid.pair(tested ? "test error" : "validation"));
        for (Group group : groups) {
            List<Element> row = new ArrayList<>(List.of(
                    Chip.row(group),
                    Grid.rightly(Numbers.counted(group.mean(Result::bitsForwardPerExample))),
                    Grid.rightly(Numbers.counted(group.mean(Result::bitsFeedbackPerExample))),
                    Grid.rightly(Numbers.prefixed(
                            group.mean(result -> (double) (result.bitsForward() + result.bitsFeedback())), "bit"))));
            row.addAll(Grid.mean(
                    group.statistics(Outcomes.last(tested ? Result.Figures::testError : Result.Figures::validError)),
                    Outcomes.ERROR_DECIMALS));
            grid.row(row);
        }
        return grid.element();
    }
}
