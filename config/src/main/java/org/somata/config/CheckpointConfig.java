package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * How often the state is saved.
 *
 * @param every epochs from one checkpoint to the next, from 1
 * @param keep how many of the newest stay, from 1
 */
public record CheckpointConfig(
        @JsonProperty(defaultValue = "1")
        @Range(min = 1)
        @JsonPropertyDescription("Epochs from one checkpoint to the next.")
        Integer every,

        @JsonProperty(defaultValue = "2") @Range(min = 1) @JsonPropertyDescription("How many of the newest stay.")
        Integer keep) {
    private static final Components OWN = Components.of(CheckpointConfig.class);

    public CheckpointConfig {
        every = OWN.resolve("every", every);
        keep = OWN.resolve("keep", keep);
    }
}
