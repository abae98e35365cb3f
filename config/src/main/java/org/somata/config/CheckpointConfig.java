package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * How often the state is saved.
 *
 * @param every epochs from one checkpoint to the next, from 1; an epoch of lower validation error than all before has one
 *     too
 * @param keep how many of the newest stay, from 1; that of the lowest validation error stays besides
 */
public record CheckpointConfig(
        @JsonProperty(defaultValue = "1")
        @Range(min = 1)
        @JsonPropertyDescription(
                "Epochs from one checkpoint to the next; one of lower validation error than all before has one too.")
        Integer every,

        @JsonProperty(defaultValue = "2")
        @Range(min = 1)
        @JsonPropertyDescription("How many of the newest stay, besides that of the lowest validation error.")
        Integer keep) {
    private static final Components OWN = Components.of(CheckpointConfig.class);

    public CheckpointConfig {
        every = OWN.resolve("every", every);
        keep = OWN.resolve("keep", keep);
    }
}
