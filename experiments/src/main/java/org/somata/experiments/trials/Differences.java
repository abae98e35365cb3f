package org.somata.experiments.trials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.somata.config.ConfigWriter;
import org.somata.config.ExperimentConfig;

/**
 * In what configurations differ; which seeds they are run with, and their names, does not count.
 *
 * @param keys paths of the settings that are not the same in all of them, such as {@code learning.noise}
 * @param settings for each configuration those settings, in the order of the keys; one that a configuration does not
 *     have is absent
 */
public record Differences(List<String> keys, List<Map<String, String>> settings) {
    private static final Set<String> NO_PART = Set.of("seed", "trials", "name");

    /** Among these, each of which has its entry in {@link #settings}. */
    public static Differences of(List<ExperimentConfig> configs) {
        List<Map<String, String>> whole =
                configs.stream().map(Differences::settings).toList();
        Set<String> all = new LinkedHashSet<>();
        whole.forEach(each -> all.addAll(each.keySet()));
        List<String> keys = all.stream()
                .filter(key ->
                        whole.stream().map(each -> each.get(key)).distinct().count() > 1)
                .toList();
        List<Map<String, String>> differing = new ArrayList<>();
        for (Map<String, String> each : whole) {
            Map<String, String> own = new LinkedHashMap<>();
            keys.stream().filter(each::containsKey).forEach(key -> own.put(key, each.get(key)));
            differing.add(own);
        }
        return new Differences(keys, List.copyOf(differing));
    }

    /** What counts of a configuration: equal in two of which one is another trial of the other's experiment. */
    static Map<String, String> settings(ExperimentConfig config) {
        Map<String, String> settings = new LinkedHashMap<>(ConfigWriter.settings(config));
        settings.keySet().removeAll(NO_PART);
        return settings;
    }

    /** The settings of one of them in a line: {@code learning.noise 0.3, learning.target-step 0.1}. */
    public String label(int index) {
        return settings.get(index).entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }
}
