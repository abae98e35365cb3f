package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.somata.config.ScheduleConfig;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.runs.LayerFigures;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Timeliness;

/** How late the layers of networks without a clock learned, and what they could not use: a table for each such configuration. */
final class Lateness {
    /** Of more groups the tables are folded away. */
    private static final int MOST_OPEN = 6;

    private static final double NANOS_OF_MS = 1e6;

    private Lateness() {}

    /** Empty where every network has one. */
    static Optional<Section> section(Gathered gathered) {
        List<Group> late = gathered.groups().stream()
                .filter(Lateness::isOf)
                .filter(group ->
                        group.shown().stream().anyMatch(run -> !run.layers().isEmpty()))
                .toList();
        if (late.isEmpty()) {
            return Optional.empty();
        }
        List<Markup> content = new ArrayList<>();
        for (Group group : late) {
            Element title = Element.classed("h3", "of", Chip.of(group)).add(" " + group.name());
            Element table = table(group);
            content.addAll(
                    group.place() < MOST_OPEN
                            ? List.of(title, table)
                            : List.of(Section.folded(group.letter() + " " + group.name(), table)));
        }
        content.add(Section.note(
                "Of all epochs that layers.csv has; counts are of one run, mean over completed ones. Staleness is"
                        + " the number of updates of the same weights between the leaving of an activation and the update"
                        + " that its credit brings, age the time between the two in the run's own clock. Missed are credits"
                        + " that W did not learn from, by chance (act-probability); expired are messages dropped as what"
                        + " they belong to was no longer remembered; copied are messages dropped as a copy had been"
                        + " handled; lost are those that the layer sent and a link lost."));
        return Optional.of(new Section("lateness", "Learning without a clock", content));
    }

    /** Whether a configuration has no clock. */
    static boolean isOf(Group group) {
        return group.config().schedule().kind() == ScheduleConfig.Kind.ASYNCHRONOUS;
    }

    /** What all layers counted in one run, mean over the runs; a dash in lockstep. */
    static Element total(Group group, ToDoubleFunction<Timeliness> figure) {
        return Grid.rightly(
                isOf(group)
                        ? Numbers.counted(Group.over(
                                        group.shown(),
                                        run -> run.layers().stream()
                                                .map(LayerFigures::timeliness)
                                                .mapToDouble(figure)
                                                .sum())
                                .mean())
                        : Numbers.NONE);
    }

    private static Element table(Group group) {
        Grid grid = new Grid()
                .called("Lateness of the layers of " + group.letter())
                .head(
                        Element.of("td"),
                        Grid.over("staleness of W", 2),
                        Grid.over("staleness of V", 2),
                        Grid.over("age", 1),
                        Grid.over("updates", 2),
                        Grid.over("credits", 1),
                        Grid.over("messages", 3))
                .head(
                        Grid.over("layer", 1),
                        Grid.number("mean"),
                        Grid.number("greatest"),
                        Grid.number("mean"),
                        Grid.number("greatest"),
                        Grid.number("mean, ms"),
                        Grid.number("of W"),
                        Grid.number("of V"),
                        Grid.number("missed"),
                        Grid.number("expired"),
                        Grid.number("copied"),
                        Grid.number("lost"));
        byLayer(group)
                .forEach((layer, runs) -> grid.row(
                        Grid.rightly(Integer.toString(layer)),
                        mean(runs, Timeliness::stalenessMean, Timeliness::updates, 1),
                        greatest(runs, Timeliness::stalenessMax),
                        mean(runs, Timeliness::feedbackStalenessMean, Timeliness::feedbackUpdates, 1),
                        greatest(runs, Timeliness::feedbackStalenessMax),
                        mean(runs, Timeliness::ageMeanNs, Timeliness::updates, NANOS_OF_MS),
                        counted(runs, Timeliness::updates),
                        counted(runs, Timeliness::feedbackUpdates),
                        counted(runs, Timeliness::missed),
                        counted(runs, Timeliness::expired),
                        counted(runs, Timeliness::duplicates),
                        counted(runs, Timeliness::lost)));
        return grid.element();
    }

    /** Of each layer, the epochs of each run. */
    private static Map<Integer, List<List<Timeliness>>> byLayer(Group group) {
        Map<Integer, List<List<Timeliness>>> layers = new TreeMap<>();
        for (RecordedRun run : group.shown()) {
            Map<Integer, List<Timeliness>> ofRun = new TreeMap<>();
            for (LayerFigures row : run.layers()) {
                ofRun.computeIfAbsent(row.layer(), none -> new ArrayList<>()).add(row.timeliness());
            }
            ofRun.forEach((layer, epochs) ->
                    layers.computeIfAbsent(layer, none -> new ArrayList<>()).add(epochs));
        }
        return layers;
    }

    /** Over all updates, not over epochs of however many. */
    private static Element mean(
            List<List<Timeliness>> runs,
            ToDoubleFunction<Timeliness> mean,
            ToDoubleFunction<Timeliness> count,
            double unit) {
        double sum = 0;
        double number = 0;
        for (Timeliness epoch : runs.stream().flatMap(List::stream).toList()) {
            double of = count.applyAsDouble(epoch);
            if (of > 0) {
                sum += mean.applyAsDouble(epoch) * of;
                number += of;
            }
        }
        return Grid.rightly(Numbers.fixed(sum / number / unit, 2));
    }

    private static Element greatest(List<List<Timeliness>> runs, ToDoubleFunction<Timeliness> figure) {
        return Grid.rightly(Numbers.whole(runs.stream()
                .flatMap(List::stream)
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN)));
    }

    /** Of one run, mean over the runs. */
    private static Element counted(List<List<Timeliness>> runs, ToDoubleFunction<Timeliness> figure) {
        return Grid.rightly(Numbers.counted(
                Group.over(runs, epochs -> epochs.stream().mapToDouble(figure).sum())
                        .mean()));
    }
}
