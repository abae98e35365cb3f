package org.somata.experiments.trials;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.runs.Runs.Outcome;
import org.somata.experiments.runs.Watch;

/** Trials of the small experiment, of seeds 1 to 3 unless told. */
final class Seeds {
    private Seeds() {}

    static ExperimentConfig config(String... overrides) {
        List<String> all = new ArrayList<>(List.of("trials=3", "training.epochs=2"));
        all.addAll(List.of(overrides));
        return Small.config(all);
    }

    static Trials watched(Watch watch) {
        return new Trials(Engine.loop(), List.of("run"), watch);
    }

    static Outcome begin(Path folder, String... overrides) {
        return watched(Watch.NONE).begin(config(overrides), folder, Optional.empty());
    }

    /** All that has to be the same whatever interruptions there were. */
    static Map<String, String> reproducible(Path trials) {
        Map<String, String> files = Small.tree(trials);
        files.keySet()
                .removeIf(name -> !name.matches("summary\\.(json|csv)|config.yaml"
                        + "|seed-\\d+/(config.yaml|metrics.csv|layers.csv|traffic.csv|checkpoints/.*)"));
        return files;
    }

    static void assertSame(Path expected, Path actual) {
        Small.assertSame(reproducible(expected), reproducible(actual));
    }
}
