package org.somata.experiments.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.somata.experiments.trials.Differences;
import org.somata.experiments.trials.Subject;

/** What tells configurations of one name apart, where that can be said in a few words. */
final class Labels {
    private static final int MOST_SETTINGS = 3;

    private Labels() {}

    /** One for each, such as {@code noise 0.3}; empty where its name is enough, or too much differs. */
    static List<String> of(List<Subject> subjects) {
        String[] labels = new String[subjects.size()];
        IntStream.range(0, subjects.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        place -> subjects.get(place).config().name()))
                .values()
                .forEach(places -> label(places, subjects, labels));
        return List.of(labels);
    }

    private static void label(List<Integer> places, List<Subject> subjects, String[] labels) {
        Differences differences =
                Differences.of(places.stream().map(subjects::get).toList());
        List<String> keys = differences.keys();
        for (int i = 0; i < places.size(); i++) {
            Map<String, String> settings = differences.settings().get(i);
            labels[places.get(i)] = keys.size() > MOST_SETTINGS
                    ? ""
                    : keys.stream()
                            .map(key -> brief(key, keys) + " " + settings.getOrDefault(key, Numbers.NONE))
                            .collect(Collectors.joining(", "));
        }
    }

    /** The last part of a path, if no other ends in the same. */
    private static String brief(String key, List<String> all) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        long alike =
                all.stream().filter(other -> ("." + other).endsWith("." + last)).count();
        return alike == 1 ? last : key;
    }
}
