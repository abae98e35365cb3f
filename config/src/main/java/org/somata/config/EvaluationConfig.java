package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is measured, and how often.
 *
 * @param every epochs from one evaluation to the next, from 1
 * @param samples forward passes whose outputs are averaged, from 1; more than 1 needs bits that are drawn
 * @param transmission what activations are sent as in evaluation, by link, where that is other than in learning
 * @param weights which W and b are measured
 * @param averageDecay weight of the past in the average of W and b, a step; above 0 and below 1
 * @param probe examples of the fixed minibatch for measurements of layers, from 1
 */
public record EvaluationConfig(
        @JsonProperty(defaultValue = "1")
        @Range(min = 1)
        @JsonPropertyDescription("Epochs from one evaluation to the next.")
        Integer every,

        @JsonProperty(defaultValue = "1")
        @Range(min = 1)
        @JsonPropertyDescription("Forward passes to average where bits are drawn; 1 where none are.")
        Integer samples,

        @JsonProperty(defaultValue = "{}")
        @JsonPropertyDescription(
                "Links whose activations are sent otherwise than in learning, by the number of the layer at the upper end.")
        Map<Integer, TransmissionConfig> transmission,

        @JsonProperty(defaultValue = "current")
        @JsonPropertyDescription("Measure the current W and b, or their decaying average.")
        Weights weights,

        @JsonProperty(defaultValue = "0.999")
        @Range(above = 0, below = 1)
        @JsonPropertyDescription("Weight of the past in that average, a step.")
        Double averageDecay,

        @JsonProperty(defaultValue = "100")
        @Range(min = 1)
        @JsonPropertyDescription("Examples of the fixed batch on which layers are measured.")
        Integer probe) {
    private static final Components OWN = Components.of(EvaluationConfig.class);

    public EvaluationConfig {
        every = OWN.resolve("every", every);
        samples = OWN.resolve("samples", samples);
        SortedMap<Integer, TransmissionConfig> others = new TreeMap<>(OWN.resolve("transmission", transmission));
        transmission = Collections.unmodifiableSortedMap(others);
        weights = OWN.resolve("weights", weights);
        averageDecay = OWN.resolve("average-decay", averageDecay);
        probe = OWN.resolve("probe", probe);
    }

    /** What activations on link {@code place} are sent as in evaluation. */
    public TransmissionConfig forward(int place, LinksConfig.Link link) {
        return transmission.getOrDefault(place, link.forward());
    }

    /** Which W and b are measured. */
    public enum Weights {
        /** Those of the moment. */
        CURRENT,
        /** Their decaying average over the steps so far. */
        AVERAGED;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }
}
