package org.somata.experiments.trials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;
import org.somata.experiments.trials.Comparison.Group;
import org.somata.experiments.trials.Comparison.Member;
import org.somata.experiments.trials.Comparison.Pairing;

/** The arithmetic of a comparison. */
final class Comparing {
    private Comparing() {}

    static Comparison compare(Grouping grouping) {
        List<List<NamedRun>> grouped = grouping.groups();
        Differences differences = Differences.of(
                grouped.stream().map(group -> group.get(0).subject()).toList());
        List<Group> groups = new ArrayList<>();
        List<Pairing> pairings = new ArrayList<>();
        for (int i = 0; i < grouped.size(); i++) {
            List<RecordedRun> completed = completed(grouped.get(i));
            groups.add(new Group(
                    Grouping.letter(i),
                    differences.settings().get(i),
                    grouped.get(i).stream().map(Member::of).toList(),
                    Summary.figures(completed, Result::atEnd),
                    Summary.figures(completed, Result::selected),
                    Summary.traffic(completed)));
            if (i > 0) {
                pairings.add(pairing(Grouping.letter(i), completed(grouped.get(0)), completed));
            }
        }
        return new Comparison(groups, pairings, grouping.notes());
    }

    private static List<RecordedRun> completed(List<NamedRun> group) {
        return group.stream()
                .filter(NamedRun::completed)
                .flatMap(run -> run.begun().stream())
                .toList();
    }

    private static Pairing pairing(String letter, List<RecordedRun> first, List<RecordedRun> group) {
        long pairs = group.stream()
                .filter(run -> first.stream()
                        .anyMatch(other -> other.config().seed() == run.config().seed()))
                .count();
        return new Pairing(
                letter,
                Grouping.letter(0),
                (int) pairs,
                differences(bySeed(first, Result::atEnd), bySeed(group, Result::atEnd)),
                differences(bySeed(first, Result::selected), bySeed(group, Result::selected)));
    }

    private static Map<String, PairedDifference> differences(
            Map<String, Map<Long, Double>> first, Map<String, Map<Long, Double>> group) {
        Map<String, PairedDifference> differences = new LinkedHashMap<>();
        first.forEach((figure, values) -> {
            if (group.containsKey(figure)) {
                differences.put(figure, PairedDifference.of(values, group.get(figure)));
            }
        });
        return differences;
    }

    /** Figures by name, and each by seed. */
    private static Map<String, Map<Long, Double>> bySeed(
            List<RecordedRun> runs, Function<Result, Result.Figures> epoch) {
        Map<String, Map<Long, Double>> figures = new LinkedHashMap<>();
        for (RecordedRun run : runs) {
            run.result()
                    .map(epoch)
                    .ifPresent(of -> of.byName()
                            .forEach((figure, value) -> figures.computeIfAbsent(figure, none -> new TreeMap<>())
                                    .put(run.config().seed(), value)));
        }
        return figures;
    }
}
