package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the forward mappings learn, or the feedback mappings.
 *
 * @param optimiser what becomes of a gradient
 * @param rate learning rate, above 0
 * @param rateFactors factors, from 0, of that rate for single layers, by layer number from 1; 1 for those not named
 */
public record MappingLearning(
        @JsonProperty(required = true) @JsonPropertyDescription("What becomes of a gradient.")
        OptimiserConfig optimiser,

        @JsonProperty(required = true) @Range(above = 0) @JsonPropertyDescription("Learning rate.")
        Decaying rate,

        @JsonProperty(defaultValue = "{}")
        @Range(min = 0)
        @JsonPropertyDescription(
                "Factors of the rate for single layers, by layer number: hidden layers from 1, then the output layer; feedback mappings from 2 to the last hidden layer.")
        Map<Integer, Double> rateFactors) {
    private static final Components OWN = Components.of(MappingLearning.class);

    public MappingLearning {
        optimiser = OWN.resolve("optimiser", optimiser);
        rate = OWN.resolve("rate", rate);
        SortedMap<Integer, Double> factors = new TreeMap<>(OWN.resolve("rate-factors", rateFactors));
        rateFactors = Collections.unmodifiableSortedMap(factors);
    }

    /** The factor of a layer's rate, 1 if the file has none for it. */
    public double rateFactor(int layer) {
        return rateFactors.getOrDefault(layer, 1.0);
    }
}
