package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.OptionalInt;

/**
 * Length of training.
 *
 * @param epochs over the training set, from 0
 * @param batch examples of a minibatch, from 1
 * @param patience evaluations in a row without a lower validation error after which training stops, from 1; absent means
 *     that it never stops before its last epoch. Decays go by {@code epochs} all the same
 */
public record TrainingConfig(
        @JsonProperty(required = true)
        @Range(min = 0)
        @JsonPropertyDescription("Epochs: how often to go over the training examples.")
        int epochs,

        @JsonProperty(required = true) @Range(min = 1) @JsonPropertyDescription("Examples of a minibatch.")
        int batch,

        @Range(min = 1)
        @JsonPropertyDescription(
                "Stop early, after so many evaluations in a row without a lower validation error; never"
                        + " if left out. Decays go by the epochs all the same.")
        OptionalInt patience) {
    private static final Components OWN = Components.of(TrainingConfig.class);

    public TrainingConfig {
        OWN.resolve("epochs", epochs);
        OWN.resolve("batch", batch);
        patience = OWN.resolve("patience", patience == null ? OptionalInt.empty() : patience);
    }
}
