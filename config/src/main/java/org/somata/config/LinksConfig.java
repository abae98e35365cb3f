package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What crosses the links between layers. Link i leads from layer i − 1 up to layer i; the input is layer 0, the output
 * layer is layer M. {@link #link} says what that comes to for a single one.
 *
 * @param forward what activations are sent as, on links 2 to M
 * @param feedback what targets, gradients, feedback activations and replies to probes are sent as, on links 2 to M
 * @param feedbackAt the end at which V_i is, of links 2 to M − 1
 * @param up what becomes of messages up the links, link 1 included, in a schedule that is asynchronous
 * @param down what becomes of messages down them
 * @param labels what becomes of the teacher's messages to the output layer
 * @param each what is different about single links, by their numbers
 */
public record LinksConfig(
        @JsonProperty(defaultValue = "real")
        @JsonPropertyDescription("What activations are sent as, from layer 1 up; the input is sent real.")
        TransmissionConfig forward,

        @JsonProperty(defaultValue = "real")
        @JsonPropertyDescription(
                "What goes down from the output to layer 1 is sent as: targets, gradients, feedback activations, replies to probes.")
        TransmissionConfig feedback,

        @JsonProperty(defaultValue = "sender")
        @JsonPropertyDescription(
                "Where the feedback mapping V_i is: with layer i, which sends targets of the layer below, or with the layer that receives.")
        End feedbackAt,

        @JsonProperty(defaultValue = "{}")
        @JsonPropertyDescription("Asynchronous schedules: what becomes of messages up, those of the input included.")
        DeliveryConfig up,

        @JsonProperty(defaultValue = "{}")
        @JsonPropertyDescription("Asynchronous schedules: what becomes of messages down.")
        DeliveryConfig down,

        @JsonProperty(defaultValue = "{}")
        @JsonPropertyDescription("Asynchronous schedules: what becomes of labels on their way to the output layer.")
        DeliveryConfig labels,

        @JsonProperty(defaultValue = "{}")
        @JsonPropertyDescription(
                "Single links, by the number of the layer at the upper end: from 1, between the input and layer 1, to the output layer's.")
        Map<Integer, LinkConfig> each) {
    private static final Components OWN = Components.of(LinksConfig.class);
    private static final TransmissionConfig REAL = new TransmissionConfig.Real();

    public LinksConfig {
        forward = OWN.resolve("forward", forward);
        feedback = OWN.resolve("feedback", feedback);
        feedbackAt = OWN.resolve("feedback-at", feedbackAt);
        up = OWN.resolve("up", up);
        down = OWN.resolve("down", down);
        labels = OWN.resolve("labels", labels);
        SortedMap<Integer, LinkConfig> single = new TreeMap<>(OWN.resolve("each", each));
        each = Collections.unmodifiableSortedMap(single);
    }

    /**
     * A link as the file has it after all.
     *
     * @param place i, the number of the layer at its upper end, from 1
     * @param depth M, the number of layers, the output layer included
     */
    public Link link(int place, int depth) {
        LinkConfig own = own(place);
        boolean inner = place > 1;
        return new Link(
                own.forward().orElse(inner ? forward : REAL),
                own.feedback().orElse(inner ? feedback : REAL),
                own.feedbackAt().orElse(inner && place < depth ? feedbackAt : End.SENDER));
    }

    /** What becomes of messages up link {@code place}. */
    public DeliveryConfig up(int place) {
        return own(place).up().orElse(OwnDelivery.LIKE_ALL).or(up);
    }

    /** What becomes of messages down link {@code place}. */
    public DeliveryConfig down(int place) {
        return own(place).down().orElse(OwnDelivery.LIKE_ALL).or(down);
    }

    LinkConfig own(int place) {
        return each.getOrDefault(place, LinkConfig.LIKE_ALL);
    }

    /**
     * What a single link carries, and where its feedback mapping is.
     *
     * @param forward of activations in learning
     * @param feedback real for link 1, where nothing goes down
     * @param feedbackAt the sender's end for link 1 and link M, which have no feedback mapping
     */
    public record Link(TransmissionConfig forward, TransmissionConfig feedback, End feedbackAt) {
        /** Whether it carries numbers in both directions, with its feedback mapping at the sender's end. */
        boolean isPlain() {
            return equals(new Link(REAL, REAL, End.SENDER));
        }
    }

    /** An end of a link, as feedback goes. */
    public enum End {
        /** The upper one: V_i is with layer i. */
        SENDER,
        /** The lower one: V_i is with layer i − 1, as on the cable of Figure 3. */
        RECEIVER;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }
}
