package org.somata.experiments.trials;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.somata.config.ConfigWriter;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.runs.RecordedRun;

/**
 * What is compared: a configuration, and weights that its runs were begun with.
 *
 * @param origin of those weights, in words; empty where they were drawn
 */
public record Subject(ExperimentConfig config, String origin) {
    /** Stands among the settings for the weights that a run began with, by the name of the option that gave them. */
    static final String INIT = "--init";

    private static final Set<String> NO_PART = Set.of("seed", "trials", "name");

    public static Subject of(RecordedRun run) {
        return new Subject(run.config(), run.origin());
    }

    /** What counts of it: equal in two of which one is another trial of the other's experiment. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(ConfigWriter.settings(config));
        settings.keySet().removeAll(NO_PART);
        if (!origin.isEmpty()) {
            settings.put(INIT, origin);
        }
        return settings;
    }

    boolean uses(String key) {
        return key.equals(INIT) || config.uses(key);
    }
}
