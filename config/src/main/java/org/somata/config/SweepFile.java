package org.somata.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A sweep as it was read, and the experiment that its points vary. */
public final class SweepFile {
    private final SweepConfig config;
    private final Optional<Path> baseFile;
    private final Document base;
    private final Places places;

    /** @param base with what the sweep sets for every point */
    SweepFile(SweepConfig config, Optional<Path> baseFile, Document base, Places places) {
        this.config = config;
        this.baseFile = baseFile;
        this.base = base;
        this.places = places;
    }

    public SweepConfig config() {
        return config;
    }

    /** Where the experiment was read; empty where the sweep's file itself has it. */
    public Optional<Path> baseFile() {
        return baseFile;
    }

    /** What a point is called in messages: {@code point 4 (learning.noise=0.1)}. */
    public static String label(int number, Map<String, Setting> values) {
        return "point " + number
                + values.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /**
     * The experiment of one point.
     *
     * @param number for messages
     * @param values of the keys of the space
     * @throws ConfigException naming point and key, if that is no valid experiment
     */
    public ExperimentConfig point(int number, Map<String, Setting> values) {
        try {
            Document document = base.copy();
            values.forEach((key, value) -> Overrides.apply(document, key, value.node(), place(key)));
            Companions.of(config.with(), values)
                    .forEach((key, value) -> Overrides.apply(document, key, value.node(), places.ofKey("with")));
            ExperimentConfig point = ConfigReader.bind(document);
            if (config.objective().figure() == ObjectiveConfig.Figure.VALID_ERROR) {
                requireValidError(point, document);
            }
            return point;
        } catch (ConfigException wrong) {
            throw wrong.in(label(number, values));
        }
    }

    private static void requireValidError(ExperimentConfig point, Document document) {
        String other = ", but the objective is the validation error; give %s, or objective: {figure: train-cost}";
        if (point.data().valid() == 0) {
            throw document.problem("data.valid", "is 0" + other.formatted("examples to validate on"));
        } else if (point.network().output() == NetworkConfig.Output.RECONSTRUCTION) {
            throw document.problem(
                    "network.output", "is reconstruction, which makes no error" + other.formatted("another output"));
        }
    }

    /**
     * An error of a point that only who knows the data can find.
     *
     * @param key of the experiment that is to blame
     * @param what is wrong with it, and what would do instead
     */
    public ConfigException unfit(int number, Map<String, Setting> values, String key, String what) {
        String place = values.containsKey(key) ? place(key) : base.places().of(key);
        return new ConfigException(place, key, what).in(label(number, values));
    }

    /** @throws ConfigException if a key varies that none of the points uses */
    public void requireUse(List<ExperimentConfig> points) {
        for (String key : config.space().keySet()) {
            if (!points.isEmpty() && points.stream().allMatch(point -> leavesUnused(point, key))) {
                throw new ConfigException(
                        place(key),
                        "space." + key,
                        "is not used " + Unused.why(key, points.get(0))
                                + ", so that all its values would be the same; leave it out");
            }
        }
    }

    private static boolean leavesUnused(ExperimentConfig point, String key) {
        return point.unused().stream().anyMatch(path -> (key + ".").startsWith(path + "."));
    }

    private String place(String key) {
        return places.ofKey("space." + key);
    }

    /** The same sweep with the experiment in it, so that it needs no other file; YAML. */
    public String yaml() {
        return yaml(config.points());
    }

    /** The same but for the number of points: of two sweeps with equal identities one only goes further. */
    public String identity() {
        return yaml(OptionalInt.of(1));
    }

    private String yaml(OptionalInt points) {
        return ConfigWriter.yaml(new SweepConfig(
                config.name(),
                new Setting(base.root()),
                Map.of(),
                config.space(),
                config.with(),
                config.search(),
                config.objective(),
                points));
    }
}
