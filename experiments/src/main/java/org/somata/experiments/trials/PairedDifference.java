package org.somata.experiments.trials;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * By how much a figure differs between runs of the same seed. In JSON: {@code mean}, {@code standard_error} and
 * {@code n}, null where one is NaN.
 *
 * @param mean NaN of no pair
 * @param standardError of the mean; NaN of fewer than two pairs
 * @param n how many pairs there are
 */
public record PairedDifference(double mean, double standardError, int n) {
    /** By how much the values are above the reference, both by seed; a seed that only one has counts nothing. */
    public static PairedDifference of(Map<Long, Double> reference, Map<Long, Double> values) {
        Statistics differences = Statistics.of(reference.keySet().stream()
                .filter(values::containsKey)
                .map(seed -> values.get(seed) - reference.get(seed))
                .toList());
        return new PairedDifference(differences.mean(), differences.standardError(), differences.n());
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mean", Statistics.present(mean));
        json.put("standard_error", Statistics.present(standardError));
        json.put("n", n);
        return json;
    }
}
