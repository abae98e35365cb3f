package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What becomes of a gradient g before it moves a parameter θ. A file may give the bare name of a kind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = Names.KIND)
@JsonSubTypes({
    @JsonSubTypes.Type(value = OptimiserConfig.CentredRmsprop.class, name = "centred-rmsprop"),
    @JsonSubTypes.Type(value = OptimiserConfig.Rmsprop.class, name = "rmsprop"),
    @JsonSubTypes.Type(value = OptimiserConfig.Sgd.class, name = "sgd"),
    @JsonSubTypes.Type(value = OptimiserConfig.Adam.class, name = "adam")
})
public sealed interface OptimiserConfig {
    /** Whether a part of each movement goes on into the next. */
    default boolean hasMomentum() {
        return this instanceof CentredRmsprop || this instanceof Sgd;
    }

    /**
     * Graves's RMSprop, the authors' own: a and q are decaying means of g and g², m ← momentum·m − rate·g/√(q − a² +
     * epsilon), θ ← θ + m.
     *
     * @param decay of both means, from 0 to below 1
     * @param momentum from 0 to below 1
     * @param epsilon above 0
     */
    record CentredRmsprop(
            @JsonProperty(defaultValue = "0.95")
            @Range(min = 0, below = 1)
            @JsonPropertyDescription("Decay of the means of g and g² a step.")
            Double decay,

            @JsonProperty(defaultValue = "0.9")
            @Range(min = 0, below = 1)
            @JsonPropertyDescription("Share of the last movement that stays.")
            Double momentum,

            @JsonProperty(defaultValue = "0.001")
            @Range(above = 0)
            @JsonPropertyDescription("Added to the variance, under the root.")
            Double epsilon)
            implements OptimiserConfig {
        private static final Components OWN = Components.of(CentredRmsprop.class);

        public CentredRmsprop {
            decay = OWN.resolve("decay", decay);
            momentum = OWN.resolve("momentum", momentum);
            epsilon = OWN.resolve("epsilon", epsilon);
        }
    }

    /**
     * Hinton's RMSprop: q is a decaying mean of g², θ ← θ − rate·g/(√q + epsilon).
     *
     * @param decay from 0 to below 1
     * @param epsilon above 0
     */
    record Rmsprop(
            @JsonProperty(defaultValue = "0.9")
            @Range(min = 0, below = 1)
            @JsonPropertyDescription("Decay of the mean of g² a step.")
            Double decay,

            @JsonProperty(defaultValue = "1e-8") @Range(above = 0) @JsonPropertyDescription("Added to the root.")
            Double epsilon)
            implements OptimiserConfig {
        private static final Components OWN = Components.of(Rmsprop.class);

        public Rmsprop {
            decay = OWN.resolve("decay", decay);
            epsilon = OWN.resolve("epsilon", epsilon);
        }
    }

    /**
     * Plain descent: m ← momentum·m − rate·g, θ ← θ + m.
     *
     * @param momentum from 0 to below 1
     */
    record Sgd(
            @JsonProperty(defaultValue = "0")
            @Range(min = 0, below = 1)
            @JsonPropertyDescription("Share of the last movement that stays.")
            Double momentum)
            implements OptimiserConfig {
        private static final Components OWN = Components.of(Sgd.class);

        public Sgd {
            momentum = OWN.resolve("momentum", momentum);
        }
    }

    /**
     * Adam, with bias correction.
     *
     * @param beta1 from 0 to below 1
     * @param beta2 from 0 to below 1
     * @param epsilon above 0
     */
    record Adam(
            @JsonProperty(defaultValue = "0.9")
            @Range(min = 0, below = 1)
            @JsonPropertyDescription("Decay of the mean of g a step.")
            Double beta1,

            @JsonProperty(defaultValue = "0.999")
            @Range(min = 0, below = 1)
            @JsonPropertyDescription("Decay of the mean of g² a step.")
            Double beta2,

            @JsonProperty(defaultValue = "1e-8") @Range(above = 0) @JsonPropertyDescription("Added to the root.")
            Double epsilon)
            implements OptimiserConfig {
        private static final Components OWN = Components.of(Adam.class);

        public Adam {
            beta1 = OWN.resolve("beta1", beta1);
            beta2 = OWN.resolve("beta2", beta2);
            epsilon = OWN.resolve("epsilon", epsilon);
        }
    }
}
