package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The course of a value over a run. A file may give the bare name of a kind that requires nothing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = Names.KIND)
@JsonSubTypes({
    @JsonSubTypes.Type(value = DecayConfig.Constant.class, name = "constant"),
    @JsonSubTypes.Type(value = DecayConfig.Inverse.class, name = "inverse"),
    @JsonSubTypes.Type(value = DecayConfig.Linear.class, name = "linear")
})
public sealed interface DecayConfig {
    /** No decay. */
    record Constant() implements DecayConfig {}

    /**
     * value / (1 + t/period), where t is the number of whole epochs gone by.
     *
     * @param period in epochs, above 0
     */
    record Inverse(
            @JsonProperty(required = true)
            @Range(above = 0)
            @JsonPropertyDescription("Epochs until the value has halved: value / (1 + t/period) after t whole epochs.")
            double period)
            implements DecayConfig {
        private static final Components OWN = Components.of(Inverse.class);

        public Inverse {
            OWN.resolve("period", period);
        }
    }

    /**
     * Constant at first, then falling linearly to 0 at the run's end.
     *
     * @param from share of the run after which it falls, from 0 to below 1
     */
    record Linear(
            @JsonProperty(defaultValue = "0")
            @Range(min = 0, below = 1)
            @JsonPropertyDescription("Share of the run after which the value falls linearly, to 0 at the run's end.")
            Double from)
            implements DecayConfig {
        private static final Components OWN = Components.of(Linear.class);

        public Linear {
            from = OWN.resolve("from", from);
        }
    }
}
