package org.somata.config;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/**
 * What is different about one direction of a single link. What is absent is as for all links.
 *
 * @param latency that each message takes
 * @param jitter on top of it
 * @param loss the probability that a message does not arrive
 * @param duplication the probability that it arrives twice
 */
public record OwnDelivery(
        @JsonPropertyDescription("Time that a message takes; as for all links if left out.")
        Optional<DistributionConfig> latency,

        @JsonPropertyDescription(
                "Time on top of it, by which a message may overtake another; as for all links if left out.")
        Optional<DistributionConfig> jitter,

        @Range(min = 0, max = 1)
        @JsonPropertyDescription("Probability that a message is lost; as for all links if left out.")
        Optional<Double> loss,

        @Range(min = 0, max = 1)
        @JsonPropertyDescription("Probability that a message arrives twice; as for all links if left out.")
        Optional<Double> duplication) {
    private static final Components OWN = Components.of(OwnDelivery.class);
    static final OwnDelivery LIKE_ALL =
            new OwnDelivery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public OwnDelivery {
        latency = latency == null ? Optional.empty() : latency;
        jitter = jitter == null ? Optional.empty() : jitter;
        loss = OWN.resolve("loss", loss == null ? Optional.<Double>empty() : loss);
        duplication = OWN.resolve("duplication", duplication == null ? Optional.<Double>empty() : duplication);
    }

    DeliveryConfig or(DeliveryConfig all) {
        return new DeliveryConfig(
                latency.orElse(all.latency()),
                jitter.orElse(all.jitter()),
                loss.orElse(all.loss()),
                duplication.orElse(all.duplication()));
    }
}
