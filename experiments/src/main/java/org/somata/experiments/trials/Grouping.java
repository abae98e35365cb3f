package org.somata.experiments.trials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs put together where they differ in nothing but their seeds and names, weights given to them included. Whatever sets configurations against each
 * other does it by this, so that all come to the same figures.
 *
 * @param groups in the order in which they were given, each by its seeds, none of them twice
 * @param notes which runs are left out, and why
 */
public record Grouping(List<List<NamedRun>> groups, List<String> notes) {
    public Grouping {
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
    }

    /** The same seed again is no further trial, it would count twice: the completed one stays, or else the first. */
    public static Grouping of(List<NamedRun> runs) {
        Map<Map<String, String>, Map<Long, NamedRun>> byConfig = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (NamedRun run : runs) {
            Map<Long, NamedRun> group = byConfig.computeIfAbsent(run.subject().settings(), none -> new TreeMap<>());
            NamedRun twin = group.putIfAbsent(run.config().seed(), run);
            if (twin != null) {
                boolean better = run.completed() && !twin.completed();
                group.put(run.config().seed(), better ? run : twin);
                notes.add(better ? passedOver(twin, run) : passedOver(run, twin));
            }
        }
        return new Grouping(
                byConfig.values().stream()
                        .map(group -> List.copyOf(group.values()))
                        .toList(),
                notes);
    }

    private static String passedOver(NamedRun run, NamedRun instead) {
        return run.folder() + " is left out: it is of the same configuration and seed as " + instead.folder();
    }

    /** What the group of a place, from 0, is called: A to Z, then AA and on. */
    public static String letter(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letter(place / 26 - 1) + last;
    }
}
