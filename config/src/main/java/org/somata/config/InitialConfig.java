package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a weight matrix begins. A file may give the bare name of a kind that requires nothing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = Names.KIND)
@JsonSubTypes({
    @JsonSubTypes.Type(value = InitialConfig.Orthogonal.class, name = "orthogonal"),
    @JsonSubTypes.Type(value = InitialConfig.Uniform.class, name = "uniform"),
    @JsonSubTypes.Type(value = InitialConfig.Gaussian.class, name = "gaussian")
})
public sealed interface InitialConfig {
    /**
     * A random orthogonal matrix.
     *
     * @param gain every singular value, above 0
     */
    record Orthogonal(
            @JsonProperty(defaultValue = "1") @Range(above = 0) @JsonPropertyDescription("Every singular value.")
            Double gain)
            implements InitialConfig {
        private static final Components OWN = Components.of(Orthogonal.class);

        public Orthogonal {
            gain = OWN.resolve("gain", gain);
        }
    }

    /**
     * Glorot's: uniform between ±gain·√(6/(n_in + n_out)).
     *
     * @param gain above 0
     */
    record Uniform(
            @JsonProperty(defaultValue = "1")
            @Range(above = 0)
            @JsonPropertyDescription("Uniform between ±gain·√(6/(inputs + outputs)).")
            Double gain)
            implements InitialConfig {
        private static final Components OWN = Components.of(Uniform.class);

        public Uniform {
            gain = OWN.resolve("gain", gain);
        }
    }

    /**
     * Normal with mean 0.
     *
     * @param deviation standard deviation, above 0
     */
    record Gaussian(
            @JsonProperty(required = true) @Range(above = 0) @JsonPropertyDescription("Standard deviation.")
            double deviation)
            implements InitialConfig {
        private static final Components OWN = Components.of(Gaussian.class);

        public Gaussian {
            OWN.resolve("deviation", deviation);
        }
    }
}
