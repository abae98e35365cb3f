package org.somata.experiments.trials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * In what configurations differ; which seeds they are run with, and their names, does not count.
 *
 * @param keys paths of the settings that are not the same in all of them, such as {@code learning.noise}
 * @param settings for each configuration those settings, in the order of the keys; one that a configuration does not
 *     have is absent
 */
public record Differences(List<String> keys, List<Map<String, String>> settings) {
    /** Among these, each of which has its entry in {@link #settings}. */
    public static Differences of(List<Subject> subjects) {
        List<Map<String, String>> whole =
                subjects.stream().map(Subject::settings).toList();
        List<String> keys = inOrder(whole).stream()
                .filter(key -> differs(key, subjects, whole))
                .toList();
        List<Map<String, String>> differing = new ArrayList<>();
        for (Map<String, String> each : whole) {
            Map<String, String> own = new LinkedHashMap<>();
            keys.stream().filter(each::containsKey).forEach(key -> own.put(key, each.get(key)));
            differing.add(own);
        }
        return new Differences(keys, List.copyOf(differing));
    }

    /** All keys as a file would have them: one that only some have stands after what is before it there. */
    private static List<String> inOrder(List<Map<String, String>> settings) {
        List<String> keys = new ArrayList<>();
        for (Map<String, String> each : settings) {
            int next = 0;
            for (String key : each.keySet()) {
                int there = keys.indexOf(key);
                if (there < 0) {
                    keys.add(next++, key);
                } else {
                    next = there + 1;
                }
            }
        }
        return keys;
    }

    /** A setting that a learning rule has no use for is absent because the rules differ, which is told by itself. */
    private static boolean differs(String key, List<Subject> subjects, List<Map<String, String>> settings) {
        return IntStream.range(0, subjects.size())
                        .filter(index -> subjects.get(index).uses(key))
                        .mapToObj(index -> settings.get(index).get(key))
                        .distinct()
                        .count()
                > 1;
    }

    /** The settings of one of them in a line: {@code learning.noise 0.3, learning.target-step 0.1}. */
    public String label(int index) {
        return settings.get(index).entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }
}
