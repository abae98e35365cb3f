package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * Who learns when.
 *
 * @param kind what orders the events
 * @param order of the layers' forward learning within a step
 * @param passes whether an epoch trains forward and feedback mappings together
 * @param feedbackWarmUp passes over the data that train only V, before the first epoch
 */
public record ScheduleConfig(
        @JsonProperty(defaultValue = "lockstep")
        @JsonPropertyDescription("What orders the events: lockstep, the loop's own order.")
        Kind kind,

        @JsonProperty(defaultValue = "simultaneous")
        @JsonPropertyDescription(
                "Forward mappings learn all on the same activations, or from bottom to top, each on its input recomputed.")
        Order order,

        @JsonProperty(defaultValue = "joint")
        @JsonPropertyDescription(
                "V and W learn on every minibatch, or an epoch is a pass that trains only V and then one that trains only W.")
        Passes passes,

        @JsonProperty(defaultValue = "0")
        @Range(min = 0)
        @JsonPropertyDescription("Passes over the data that train only V, before the first epoch.")
        Integer feedbackWarmUp) {
    private static final Components OWN = Components.of(ScheduleConfig.class);

    public ScheduleConfig {
        kind = OWN.resolve("kind", kind);
        order = OWN.resolve("order", order);
        passes = OWN.resolve("passes", passes);
        feedbackWarmUp = OWN.resolve("feedback-warm-up", feedbackWarmUp);
    }

    /** What orders the events. */
    public enum Kind {
        /** The loop's order, step by step. */
        LOCKSTEP;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }

    /** Order of the layers' forward learning within a step. */
    public enum Order {
        /** All on the activations of the step's one forward pass. */
        SIMULTANEOUS,
        /** From layer 1 up, each with its input recomputed by the layers that have learned. */
        BOTTOM_UP;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }

    /** What an epoch is. */
    public enum Passes {
        /** One pass that trains V and W. */
        JOINT,
        /** One pass that trains only V, then one that trains only W. */
        ALTERNATING;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }
}
