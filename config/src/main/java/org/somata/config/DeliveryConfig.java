package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * What becomes of messages on a link in one direction, where there is no clock that waits for them.
 *
 * @param latency that each takes; one never overtakes another for its sake
 * @param jitter on top of it, by which messages may overtake each other
 * @param loss the probability that a message does not arrive
 * @param duplication the probability that it arrives twice
 */
public record DeliveryConfig(
        @JsonProperty(defaultValue = "0ms")
        @JsonPropertyDescription(
                "Time that a message takes; messages stay in order. A duration such as 2ms, or a distribution.")
        DistributionConfig latency,

        @JsonProperty(defaultValue = "0ms")
        @JsonPropertyDescription("Time on top of it, by which a message may overtake another.")
        DistributionConfig jitter,

        @JsonProperty(defaultValue = "0")
        @Range(min = 0, max = 1)
        @JsonPropertyDescription("Probability that a message is lost.")
        Double loss,

        @JsonProperty(defaultValue = "0")
        @Range(min = 0, max = 1)
        @JsonPropertyDescription("Probability that a message arrives twice.")
        Double duplication) {
    private static final Components OWN = Components.of(DeliveryConfig.class);

    public DeliveryConfig {
        latency = OWN.resolve("latency", latency);
        jitter = OWN.resolve("jitter", jitter);
        loss = OWN.resolve("loss", loss);
        duplication = OWN.resolve("duplication", duplication);
    }
}
