package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who learns when. How many presentations are alive and remembered is null until an {@link ExperimentConfig} takes the
 * schedule in, and never in one. In lockstep all from the clock on has its default.
 *
 * @param kind what orders the events
 * @param order of the layers' forward learning within a step
 * @param passes whether an epoch trains forward and feedback mappings together
 * @param feedbackWarmUp passes over the data that train only V, before the first epoch
 * @param clock what time is, where there is no lockstep
 * @param alive presentations under way at a time at most, from 1
 * @param interval between the entering of one presentation and of the next, at least
 * @param deadline after which a presentation counts as over, from its entering, above 0
 * @param memory presentations that a layer remembers, from 1
 * @param compute what the handling of a message takes
 * @param computeFactors factors, from 0, of that for single layers, by layer number from 1; 1 for those not named
 * @param actProbability p_update: that a layer learns from the credit that it hears, from 0 to 1
 * @param actProbabilities the same of single layers, by layer number from 1
 * @param pairing what credit is paired with
 */
public record ScheduleConfig(
        @JsonProperty(defaultValue = "lockstep")
        @JsonPropertyDescription(
                "What orders the events: lockstep, the loop's own order, or asynchronous, where layers act on whatever arrives.")
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
        Integer feedbackWarmUp,

        @JsonProperty(defaultValue = "virtual")
        @JsonPropertyDescription(
                "Asynchronous: time is simulated, and the run the same on every machine, or the machine's own.")
        Clock clock,

        @Range(min = 1)
        @JsonPropertyDescription(
                "Asynchronous: presentations under way at a time at most; as many as layers if left out.")
        Integer alive,

        @JsonProperty(defaultValue = "0ms")
        @JsonPropertyDescription("Asynchronous: least time from one presentation's entering to the next one's.")
        Duration interval,

        @Range(above = 0)
        @JsonPropertyDescription(
                "Asynchronous: time from its entering after which a presentation counts as over; if left out, it does when nothing of it is under way.")
        Optional<Duration> deadline,

        @Range(min = 1)
        @JsonPropertyDescription(
                "Asynchronous: presentations that a layer remembers, the latest; twice those alive if left out.")
        Integer memory,

        @JsonProperty(defaultValue = "0ms")
        @JsonPropertyDescription(
                "Asynchronous: time that a layer takes to handle a message. A duration such as 1ms, or a distribution.")
        DistributionConfig compute,

        @JsonProperty(defaultValue = "{}")
        @Range(min = 0)
        @JsonPropertyDescription("Factors of that time for single layers, by layer number from 1.")
        Map<Integer, Double> computeFactors,

        @JsonProperty(defaultValue = "1")
        @Range(min = 0, max = 1)
        @JsonPropertyDescription(
                "Asynchronous: probability that a layer's W learns from a target or gradient; it goes on to the layer below in any case.")
        Double actProbability,

        @JsonProperty(defaultValue = "{}")
        @Range(min = 0, max = 1)
        @JsonPropertyDescription("The same probability for single layers, by layer number from 1.")
        Map<Integer, Double> actProbabilities,

        @JsonProperty(defaultValue = "then")
        @JsonPropertyDescription(
                "Asynchronous: credit is paired with the activation that left then, or with what the layer's weights make of the same input now.")
        Pairing pairing) {
    private static final Components OWN = Components.of(ScheduleConfig.class);

    public ScheduleConfig {
        kind = OWN.resolve("kind", kind);
        order = OWN.resolve("order", order);
        passes = OWN.resolve("passes", passes);
        feedbackWarmUp = OWN.resolve("feedback-warm-up", feedbackWarmUp);
        clock = OWN.resolve("clock", clock);
        alive = alive == null ? null : OWN.resolve("alive", alive);
        interval = OWN.resolve("interval", interval);
        deadline = OWN.resolve("deadline", deadline == null ? Optional.<Duration>empty() : deadline);
        memory = memory == null ? null : OWN.resolve("memory", memory);
        compute = OWN.resolve("compute", compute);
        computeFactors = sorted(OWN.resolve("compute-factors", computeFactors));
        actProbability = OWN.resolve("act-probability", actProbability);
        actProbabilities = sorted(OWN.resolve("act-probabilities", actProbabilities));
        pairing = OWN.resolve("pairing", pairing);
    }

    private static Map<Integer, Double> sorted(Map<Integer, Double> byLayer) {
        SortedMap<Integer, Double> sorted = new TreeMap<>(byLayer);
        return Collections.unmodifiableSortedMap(sorted);
    }

    /** The same in a network of {@code depth} layers: as many presentations are alive unless the file says otherwise. */
    ScheduleConfig completed(int depth) {
        int living = alive == null ? depth : alive;
        int remembered = memory == null ? (int) Math.min(Integer.MAX_VALUE, 2L * living) : memory;
        return new ScheduleConfig(
                kind,
                order,
                passes,
                feedbackWarmUp,
                clock,
                living,
                interval,
                deadline,
                remembered,
                compute,
                computeFactors,
                actProbability,
                actProbabilities,
                pairing);
    }

    /** Whether layers act on whatever arrives. */
    boolean isAsynchronous() {
        return kind == Kind.ASYNCHRONOUS;
    }

    /** What orders the events. */
    public enum Kind {
        /** The loop's order, step by step. */
        LOCKSTEP,
        /** That in which messages arrive. */
        ASYNCHRONOUS;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }

    /** What time is. */
    public enum Clock {
        /** Simulated: the same whatever the machine. */
        VIRTUAL,
        /** The machine's own. */
        WALL;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }

    /** What credit for an activation is paired with. */
    public enum Pairing {
        /** The activation that left. */
        THEN,
        /** What the layer's weights of now make of the same input. */
        NOW;

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
