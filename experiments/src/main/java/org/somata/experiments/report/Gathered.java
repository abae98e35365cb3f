package org.somata.experiments.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.trials.Grouping;
import org.somata.experiments.trials.NamedRun;
import org.somata.experiments.trials.Subject;

/**
 * What a report is about: the runs, those of one configuration together.
 *
 * @param notes which runs are left out, and why
 */
record Gathered(List<Group> groups, List<String> notes) {
    /** Groups in the order in which they were given, runs in that of their seeds. */
    static Gathered of(List<RecordedRun> runs) {
        Grouping grouping = Grouping.of(runs.stream().map(NamedRun::of).toList());
        List<List<RecordedRun>> groups = grouping.groups().stream()
                .map(group -> group.stream()
                        .map(NamedRun::begun)
                        .flatMap(Optional::stream)
                        .toList())
                .toList();
        List<String> apart =
                Labels.of(groups.stream().map(group -> Subject.of(group.get(0))).toList());
        return new Gathered(
                IntStream.range(0, groups.size())
                        .mapToObj(place -> new Group(place, apart.get(place), groups.get(place)))
                        .toList(),
                grouping.notes());
    }

    List<RecordedRun> runs() {
        return groups.stream().flatMap(group -> group.runs().stream()).toList();
    }
}
