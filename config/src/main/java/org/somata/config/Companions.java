package org.somata.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The values of a sweep that go along with others: {@code with} of its file. */
final class Companions {
    private Companions() {}

    /** Those of a point, by path, in the file's order. */
    static Map<String, Setting> of(Map<String, Map<String, Map<String, Setting>>> with, Map<String, Setting> values) {
        Map<String, Setting> companions = new LinkedHashMap<>();
        with.forEach((key, byValue) ->
                companions.putAll(byValue.getOrDefault(values.get(key).toString(), Map.of())));
        return companions;
    }

    static void check(Map<String, Map<String, Map<String, Setting>>> with, Map<String, SpaceConfig> space) {
        with.forEach((key, byValue) -> {
            String path = "with." + key;
            if (!(space.get(key) instanceof SpaceConfig.Choice choice)) {
                throw new Problem(
                        path,
                        "is no key to which space gives a list of values; give one of " + space.keySet()
                                + " that has a list");
            }
            List<String> listed = IntStream.range(0, choice.values().size())
                    .mapToObj(index -> choice.at(index).toString())
                    .toList();
            byValue.forEach((value, settings) -> {
                if (!listed.contains(value)) {
                    throw new Problem(path + "." + value, "is no value of " + key + "; give one of " + listed);
                }
                settings.keySet().forEach(companion -> require(path + "." + value, companion, space));
            });
        });
    }

    private static void require(String path, String companion, Map<String, SpaceConfig> space) {
        SweepConfig.requirePaths(path, Map.of(companion, companion));
        if (space.containsKey(companion)) {
            throw new Problem(path + "." + companion, "varies by itself; keep it in space or here");
        }
    }
}
