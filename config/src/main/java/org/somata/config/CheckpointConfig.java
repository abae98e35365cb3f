package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/**
 * How often the state is saved.
 *
 * @param every epochs from one checkpoint to the next, from 1; an epoch of lower validation error than all before has one
 *     too
 * @param steps presentations from one checkpoint to the next within an epoch, besides; from 1
 * @param time from one checkpoint to the next within an epoch, besides, by the machine's clock
 * @param keep how many of the newest stay, from 1; that of the lowest validation error stays besides
 */
public record CheckpointConfig(
        @JsonProperty(defaultValue = "1")
        @Range(min = 1)
        @JsonPropertyDescription(
                "Epochs from one checkpoint to the next; one of lower validation error than all before has one too.")
        Integer every,

        @Range(min = 1)
        @JsonPropertyDescription(
                "Presentations from one checkpoint to the next within an epoch; if left out there are none of these.")
        Optional<Integer> steps,

        @Range(above = 0)
        @JsonPropertyDescription(
                "Time from one checkpoint to the next within an epoch, such as 10min; if left out there are none of these.")
        Optional<Duration> time,

        @JsonProperty(defaultValue = "2")
        @Range(min = 1)
        @JsonPropertyDescription(
                "How many of the newest stay, besides that of the lowest validation error; those within an epoch until it is done.")
        Integer keep) {
    private static final Components OWN = Components.of(CheckpointConfig.class);

    public CheckpointConfig {
        every = OWN.resolve("every", every);
        steps = OWN.resolve("steps", steps == null ? Optional.<Integer>empty() : steps);
        time = OWN.resolve("time", time == null ? Optional.<Duration>empty() : time);
        keep = OWN.resolve("keep", keep);
    }
}
