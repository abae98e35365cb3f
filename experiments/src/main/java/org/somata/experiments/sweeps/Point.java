package org.somata.experiments.sweeps;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.somata.config.ConfigWriter;
import org.somata.config.ExperimentConfig;
import org.somata.config.Setting;
import org.somata.config.SweepFile;
import org.somata.experiments.data.Sha256;

/**
 * One of a sweep's experiments.
 *
 * @param number from 1, in the order of the search
 * @param id the first digits of the SHA-256 of its resolved configuration
 * @param values of the keys that vary, in the order of the sweep's file
 */
record Point(int number, String id, Map<String, Setting> values, ExperimentConfig config) {
    private static final int DIGITS = 12;

    Point {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Point of(int number, Map<String, Setting> values, ExperimentConfig config) {
        return new Point(number, id(config), values, config);
    }

    static String id(ExperimentConfig config) {
        return Sha256.ofText(ConfigWriter.yaml(config)).substring(0, DIGITS);
    }

    String label() {
        return SweepFile.label(number, values);
    }
}
