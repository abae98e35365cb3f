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
 */
public record LinkConfig(
        @JsonPropertyDescription("What its activations are sent as; as for all links if left out, real for link 1.")
        Optional<TransmissionConfig> forward,

        @JsonPropertyDescription("What goes down it is sent as; as for all links if left out.")
        Optional<TransmissionConfig> feedback,

        @JsonPropertyDescription("The end at which its feedback mapping is; as for all links if left out.")
        Optional<End> feedbackAt) {
    static final LinkConfig LIKE_ALL = new LinkConfig(Optional.empty(), Optional.empty(), Optional.empty());

    public LinkConfig {
        forward = forward == null ? Optional.empty() : forward;
        feedback = feedback == null ? Optional.empty() : feedback;
        feedbackAt = feedbackAt == null ? Optional.empty() : feedbackAt;
    }
}
