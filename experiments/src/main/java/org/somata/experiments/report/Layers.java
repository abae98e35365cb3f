package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.report.charts.Curve;
import org.somata.experiments.report.charts.CurveChart;
import org.somata.experiments.report.charts.Extent;
import org.somata.experiments.report.charts.Palette;
import org.somata.experiments.report.charts.Points;
import org.somata.experiments.report.charts.Scale;
import org.somata.experiments.runs.LayerFigures;
import org.somata.experiments.runs.RecordedRun;

/** What went on in the layers: a small chart for each figure, a line for each layer, a row of charts for each group. */
final class Layers {
    /** Of more groups the charts are folded away. */
    private static final int MOST_OPEN = 6;

    private final Group group;
    private final Map<LayerFigure, Map<Integer, Points>> lines = new LinkedHashMap<>();
    private final int layers;

    private Layers(Group group) {
        this.group = group;
        for (LayerFigure figure : LayerFigure.values()) {
            lines.put(figure, lines(group, figure));
        }
        layers = lines.values().stream()
                .flatMap(each -> each.keySet().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    static Optional<Section> section(Gathered gathered) {
        List<Layers> all = gathered.groups().stream().map(Layers::new).toList();
        if (all.stream().allMatch(each -> each.layers == 0)) {
            return Optional.empty();
        }
        Map<LayerFigure, Scale> scales = new LinkedHashMap<>();
        for (LayerFigure figure : LayerFigure.values()) {
            scales.put(
                    figure,
                    figure.scale(Extent.of(all.stream()
                            .flatMap(each -> each.lines.get(figure).values().stream())
                            .flatMapToDouble(Points::values))));
        }
        List<Markup> content = new ArrayList<>();
        content.add(
                Section.note("A line a layer, from the first (dark) to the last (light), against the epoch; means over"
                        + " completed runs. A figure has the same axis for every configuration. Losses are means over"
                        + " an epoch's presentations; angles and conditions are found after it, on a fixed probe batch: the shares"
                        + " of its examples whose target lowers the loss (Eq. 4), lowers the target loss of the layer above"
                        + " (Eq. 7) and has the layer move towards its own (Eq. 25), and of units whose target is their"
                        + " activation."));
        for (Layers each : all) {
            Element part = Element.classed("div", "layers")
                    .add(Element.classed("h3", "of", Chip.of(each.group))
                            .add(" " + each.group.name() + " ")
                            .add(each.key()));
            part.add(
                    each.layers == 0
                            ? List.of(Section.note("Nothing has been recorded of its layers yet."))
                            : each.charts(scales));
            content.add(
                    each.group.place() < MOST_OPEN
                            ? part
                            : Section.folded(each.group.letter() + " " + each.group.name(), part));
        }
        return Optional.of(new Section("layers", "Layers", content));
    }

    private List<Element> key() {
        return layers == 0 ? List.of() : List.of(Element.classed("span", "key", "layers "), Chip.layers(layers));
    }

    private List<Element> charts(Map<LayerFigure, Scale> scales) {
        Element charts = Element.classed("div", "small charts");
        List<String> still = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        lines.forEach((figure, ofLayers) -> {
            Extent extent = Extent.of(ofLayers.values().stream().flatMapToDouble(Points::values));
            if (figure.isIdle(extent)) {
                return;
            }
            if (extent.isEmpty()) {
                absent.add(figure.words());
            } else if (figure.isStill(extent)) {
                still.add(figure.words() + " " + figure.value(extent.greatest()));
            } else {
                charts.add(CurveChart.small(figure.title(), curves(figure, ofLayers), scales.get(figure)));
            }
        });
        String note = (still.isEmpty() ? "" : "The same throughout: " + String.join("; ", still) + ". ")
                + (absent.isEmpty() ? "" : "Nothing to measure: " + String.join(", ", absent) + ".");
        return note.isEmpty() ? List.of(charts) : List.of(charts, Section.note(note.strip()));
    }

    private List<Curve> curves(LayerFigure figure, Map<Integer, Points> ofLayers) {
        return ofLayers.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> Curve.plain(
                        "",
                        "layer " + entry.getKey() + ": "
                                + figure.value(entry.getValue().last()) + " at the end",
                        Palette.layer(entry.getKey(), layers),
                        entry.getValue(),
                        Curve.Ending.COMPLETE))
                .collect(Collectors.toList());
    }

    /** The mean over the runs, by layer. */
    private static Map<Integer, Points> lines(Group group, LayerFigure figure) {
        Map<Integer, TreeMap<Integer, List<LayerFigures>>> rows = new TreeMap<>();
        for (RecordedRun run : group.shown()) {
            for (LayerFigures row : run.layers()) {
                rows.computeIfAbsent(row.layer(), none -> new TreeMap<>())
                        .computeIfAbsent(row.epoch(), none -> new ArrayList<>())
                        .add(row);
            }
        }
        Map<Integer, Points> lines = new TreeMap<>();
        rows.forEach((layer, epochs) -> lines.put(
                layer,
                new Points(
                        epochs.keySet().stream()
                                .mapToDouble(Integer::doubleValue)
                                .toArray(),
                        epochs.values().stream()
                                .mapToDouble(
                                        each -> Group.over(each, figure::of).mean())
                                .toArray())));
        return lines;
    }
}
