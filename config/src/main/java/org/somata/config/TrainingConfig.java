package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * Length of training.
 *
 * @param epochs over the training set, from 0
 * @param batch examples of a minibatch, from 1
 */
public record TrainingConfig(
        @JsonProperty(required = true)
        @Range(min = 0)
        @JsonPropertyDescription("Epochs: how often to go over the training examples.")
        int epochs,

        @JsonProperty(required = true) @Range(min = 1) @JsonPropertyDescription("Examples of a minibatch.")
        int batch) {
    private static final Components OWN = Components.of(TrainingConfig.class);

    public TrainingConfig {
        OWN.resolve("epochs", epochs);
        OWN.resolve("batch", batch);
    }
}
