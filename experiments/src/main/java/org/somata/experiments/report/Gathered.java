package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.somata.config.ConfigWriter;
import org.somata.experiments.runs.RecordedRun;

/**
 * What a report is about: the runs, those of one configuration together. As {@code somata compare} does it, so that both
 * come to the same figures.
 *
 * @param notes which runs are left out, and why
 */
record Gathered(List<Group> groups, List<String> notes) {
    /** Groups in the order in which they were given, runs in that of their seeds. */
    static Gathered of(List<RecordedRun> runs) {
        Map<Map<String, String>, Map<Long, RecordedRun>> byConfig = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (RecordedRun run : runs) {
            Map<Long, RecordedRun> group = byConfig.computeIfAbsent(settings(run), none -> new TreeMap<>());
            RecordedRun twin = group.putIfAbsent(run.config().seed(), run);
            if (twin != null) {
                // the same seed again is no further trial: it would count twice
                boolean better = run.completed() && !twin.completed();
                group.put(run.config().seed(), better ? run : twin);
                notes.add(better ? passedOver(twin, run) : passedOver(run, twin));
            }
        }
        return new Gathered(groups(byConfig), List.copyOf(notes));
    }

    private static List<Group> groups(Map<Map<String, String>, Map<Long, RecordedRun>> byConfig) {
        List<List<RecordedRun>> runs = byConfig.values().stream()
                .map(group -> List.copyOf(group.values()))
                .toList();
        List<String> apart =
                Labels.of(runs.stream().map(group -> group.get(0).config()).toList());
        return IntStream.range(0, runs.size())
                .mapToObj(place -> new Group(place, apart.get(place), runs.get(place)))
                .toList();
    }

    private static String passedOver(RecordedRun run, RecordedRun instead) {
        return run.folder() + " is left out: it is of the same configuration and seed as " + instead.folder() + ".";
    }

    private static Map<String, String> settings(RecordedRun run) {
        Map<String, String> settings = new LinkedHashMap<>(ConfigWriter.settings(run.config()));
        settings.keySet().removeAll(List.of("seed", "trials", "name"));
        return settings;
    }

    List<RecordedRun> runs() {
        return groups.stream().flatMap(group -> group.runs().stream()).toList();
    }
}
