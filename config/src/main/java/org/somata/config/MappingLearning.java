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
 * @param stalenessScaling how the rate falls with the staleness of an update
 * @param momentumCorrection what becomes of momentum, which staleness brings more of by itself
 * @param accumulate gradients, from 1, whose mean makes an update
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
        Map<Integer, Double> rateFactors,

        @JsonProperty(defaultValue = "none")
        @JsonPropertyDescription(
                "Asynchronous schedules: the rate divided by 1 + the update's staleness, by the root of that, or not at all.")
        StalenessScaling stalenessScaling,

        @JsonProperty(defaultValue = "none")
        @JsonPropertyDescription(
                "Asynchronous schedules: momentum divided by 1 + the update's staleness, or left alone.")
        MomentumCorrection momentumCorrection,

        @JsonProperty(defaultValue = "1")
        @Range(min = 1)
        @JsonPropertyDescription("How many gradients are gathered, and their mean taken, for an update.")
        Integer accumulate) {
    private static final Components OWN = Components.of(MappingLearning.class);

    public MappingLearning {
        optimiser = OWN.resolve("optimiser", optimiser);
        rate = OWN.resolve("rate", rate);
        SortedMap<Integer, Double> factors = new TreeMap<>(OWN.resolve("rate-factors", rateFactors));
        rateFactors = Collections.unmodifiableSortedMap(factors);
        stalenessScaling = OWN.resolve("staleness-scaling", stalenessScaling);
        momentumCorrection = OWN.resolve("momentum-correction", momentumCorrection);
        accumulate = OWN.resolve("accumulate", accumulate);
        if (momentumCorrection != MomentumCorrection.NONE && !optimiser.hasMomentum()) {
            throw new Problem(
                    "momentum-correction",
                    "is " + momentumCorrection + ", but the optimiser has no momentum; give none, or the optimiser"
                            + " centred-rmsprop or sgd");
        }
    }

    /** The factor of a layer's rate, 1 if the file has none for it. */
    public double rateFactor(int layer) {
        return rateFactors.getOrDefault(layer, 1.0);
    }

    /** How the rate falls with staleness. */
    public enum StalenessScaling {
        /** Not at all. */
        NONE,
        /** By 1/√(1 + staleness). */
        INVERSE_ROOT,
        /** By 1/(1 + staleness). */
        INVERSE;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }

    /** What becomes of the momentum of an optimiser whose gradients are stale. */
    public enum MomentumCorrection {
        /** It stays. */
        NONE,
        /** It is divided by 1 + staleness. */
        STALENESS;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }
}
