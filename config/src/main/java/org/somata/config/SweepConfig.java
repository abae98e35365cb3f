package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A sweep: an experiment, and which of its settings to vary how. Components are never null.
 *
 * @param name of the sweep's directory
 * @param base the experiment: the path of its file, from the sweep's own folder, or the experiment itself
 * @param set values that replace the base's in every point, by path such as {@code data.train}
 * @param space what varies, by path, in the file's order
 * @param with values that go along with a value of a key that varies: by that key, its value as text, and path
 * @param search in which order the space is gone through
 * @param objective what makes a point good
 * @param points how many to try, from 1; present for a random search, and for a grid where not all are to be tried
 */
public record SweepConfig(
        @JsonProperty(required = true)
        @Spelling(pattern = Names.FOLDER, words = Names.FOLDER_WORDS)
        @JsonPropertyDescription("Name of the sweep and of its directory.")
        String name,

        @JsonProperty(required = true)
        @JsonPropertyDescription("Path of the experiment file that varies, from this file's folder; or the experiment.")
        Setting base,

        @JsonProperty(defaultValue = "{}")
        @JsonPropertyDescription("Values for every point instead of the base's, by path such as training.epochs.")
        Map<String, Setting> set,

        @JsonProperty(required = true)
        @JsonPropertyDescription("What varies, by path such as learning.noise: a list of values, or a range.")
        Map<String, SpaceConfig> space,

        @JsonProperty(defaultValue = "{}")
        @JsonPropertyDescription(
                "Values that go along with a listed value of a key of the space, by key, value and path, such as {schedule.alive: {32: {schedule.interval: 0.5ms}}}.")
        Map<String, Map<String, Map<String, Setting>>> with,

        @JsonProperty(defaultValue = "random")
        @JsonPropertyDescription("Points drawn at random, or the grid of all combinations.")
        SearchConfig search,

        @JsonProperty(defaultValue = "{}") @JsonPropertyDescription("What makes one point better than another.")
        ObjectiveConfig objective,

        @Range(min = 1, below = SweepConfig.MOST_POINTS + 1)
        @JsonPropertyDescription("How many points to try; a grid is tried whole if left out.")
        OptionalInt points) {
    static final int MOST_POINTS = 100_000;
    private static final double MOST_COMBINATIONS = 1e15;

    private static final Components OWN = Components.of(SweepConfig.class);

    public SweepConfig {
        name = OWN.resolve("name", name);
        base = OWN.resolve("base", base);
        set = ordered(OWN.resolve("set", set));
        space = ordered(OWN.resolve("space", space));
        with = ordered(OWN.resolve("with", with));
        search = OWN.resolve("search", search);
        objective = OWN.resolve("objective", objective);
        points = OWN.resolve("points", points == null ? OptionalInt.empty() : points);
        requirePaths("set", set);
        requirePaths("space", space);
        if (space.isEmpty()) {
            throw new Problem("space", "is an empty mapping; give a key or more, each with the values to try");
        }
        requireEachOnce(List.copyOf(space.keySet()), List.copyOf(set.keySet()));
        Companions.check(with, space);
        if (search instanceof SearchConfig.Grid) {
            requireGrid(space, points);
        } else if (points.isEmpty()) {
            throw new Problem("points", "is missing; give the number of points that a random search tries");
        }
    }

    private static <T> Map<String, T> ordered(Map<String, T> given) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    static void requirePaths(String section, Map<String, ?> keys) {
        for (String key : keys.keySet()) {
            if (!Overrides.isPath(key)) {
                throw new Problem(section + "." + key, "is no key; write its path, such as learning.noise");
            }
        }
    }

    /** One key within another would make the outcome a matter of order. */
    private static void requireEachOnce(List<String> swept, List<String> set) {
        for (String key : swept) {
            for (String other : swept) {
                if (key.startsWith(other + ".")) {
                    throw new Problem("space." + key, "lies within " + other + ", which varies too; keep one of them");
                }
            }
            for (String other : set) {
                if (key.equals(other) || other.startsWith(key + ".")) {
                    throw new Problem("set." + other, "is replaced by what space gives " + key + "; keep one of them");
                }
            }
        }
    }

    private static void requireGrid(Map<String, SpaceConfig> space, OptionalInt points) {
        double size = 1;
        for (Map.Entry<String, SpaceConfig> each : space.entrySet()) {
            OptionalInt values = each.getValue().size();
            if (values.isEmpty()) {
                throw new Problem(
                        "space." + each.getKey() + ".steps", "is missing; give the number of values for the grid");
            }
            size *= values.getAsInt();
        }
        if (size > MOST_COMBINATIONS) {
            throw new Problem("space", "has too many combinations to be counted; give fewer values, or search: random");
        }
        if (size > MOST_POINTS && points.isEmpty()) {
            throw new Problem(
                    "points", "is missing, and the grid has more than " + MOST_POINTS + "; give how many to try");
        }
    }
}
