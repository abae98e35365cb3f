package org.somata.config;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;
import org.somata.config.LinksConfig.End;

/**
 * What is different about one link. What is absent is as for all links.
 *
 * @param forward what activations are sent as
 * @param feedback what everything that goes down is sent as
 * @param feedbackAt the end at which the feedback mapping is
 * @param up what becomes of messages to its upper end
 * @param down what becomes of messages to its lower end
 */
public record LinkConfig(
        @JsonPropertyDescription("What its activations are sent as; as for all links if left out, real for link 1.")
        Optional<TransmissionConfig> forward,

        @JsonPropertyDescription("What goes down it is sent as; as for all links if left out.")
        Optional<TransmissionConfig> feedback,

        @JsonPropertyDescription("The end at which its feedback mapping is; as for all links if left out.")
        Optional<End> feedbackAt,

        @JsonPropertyDescription("What becomes of messages up; as for all links if left out.")
        Optional<OwnDelivery> up,

        @JsonPropertyDescription("What becomes of messages down; as for all links if left out.")
        Optional<OwnDelivery> down) {
    static final LinkConfig LIKE_ALL =
            new LinkConfig(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public LinkConfig {
        forward = forward == null ? Optional.empty() : forward;
        feedback = feedback == null ? Optional.empty() : feedback;
        feedbackAt = feedbackAt == null ? Optional.empty() : feedbackAt;
        up = up == null ? Optional.empty() : up;
        down = down == null ? Optional.empty() : down;
    }
}
