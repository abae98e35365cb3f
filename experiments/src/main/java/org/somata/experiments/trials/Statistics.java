package org.somata.experiments.trials;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Of one figure over several trials. In JSON: {@code mean}, {@code std} and {@code n}, null where one is NaN.
 *
 * @param mean NaN of no value
 * @param deviation standard deviation of the sample, over n − 1; NaN of fewer than two values
 * @param n how many values there are
 */
public record Statistics(double mean, double deviation, int n) {
    /** Of the values there are; NaN stands for one that there is not. */
    public static Statistics of(Collection<Double> values) {
        double[] there = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double sum = 0;
        for (double value : there) {
            sum += value;
        }
        double mean = there.length == 0 ? Double.NaN : sum / there.length;
        double squares = 0;
        for (double value : there) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = there.length < 2 ? Double.NaN : Math.sqrt(squares / (there.length - 1));
        return new Statistics(mean, deviation, there.length);
    }

    /** Of the mean: the deviation over √n. */
    public double standardError() {
        return deviation / Math.sqrt(n);
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mean", present(mean));
        json.put("std", present(deviation));
        json.put("n", n);
        return json;
    }

    /** As JSON has it, which knows no NaN. */
    static Double present(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
