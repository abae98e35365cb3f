package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A length of time left to chance. A file may give the bare duration of one that is always the same. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = Names.KIND)
@JsonSubTypes({
    @JsonSubTypes.Type(value = DistributionConfig.Constant.class, name = DistributionConfig.CONSTANT),
    @JsonSubTypes.Type(value = DistributionConfig.Uniform.class, name = "uniform"),
    @JsonSubTypes.Type(value = DistributionConfig.Exponential.class, name = "exponential"),
    @JsonSubTypes.Type(value = DistributionConfig.LogNormal.class, name = "log-normal")
})
public sealed interface DistributionConfig {
    /** The kind that a bare duration is of. */
    String CONSTANT = "constant";

    /** Whether every draw is 0. */
    boolean takesNoTime();

    /** Always the same. */
    record Constant(
            @JsonProperty(required = true) @JsonPropertyDescription("The length of every draw.")
            Duration value) implements DistributionConfig {
        private static final Components OWN = Components.of(Constant.class);

        public Constant {
            value = OWN.resolve("value", value);
        }

        @Override
        public boolean takesNoTime() {
            return value.nanos() == 0;
        }
    }

    /**
     * Anything between two lengths, all alike.
     *
     * @param to from {@code from} on
     */
    record Uniform(
            @JsonProperty(required = true) @JsonPropertyDescription("The shortest.")
            Duration from,

            @JsonProperty(required = true) @JsonPropertyDescription("The longest.")
            Duration to)
            implements DistributionConfig {
        private static final Components OWN = Components.of(Uniform.class);

        public Uniform {
            from = OWN.resolve("from", from);
            to = OWN.resolve("to", to);
            if (to.nanos() < from.nanos()) {
                throw new Problem("to", "is " + to + ", shorter than from, which is " + from + "; give a longer one");
            }
        }

        @Override
        public boolean takesNoTime() {
            return to.nanos() == 0;
        }
    }

    /** Memoryless, as the time until something that may happen at any moment. */
    record Exponential(
            @JsonProperty(required = true) @JsonPropertyDescription("The mean.")
            Duration mean) implements DistributionConfig {
        private static final Components OWN = Components.of(Exponential.class);

        public Exponential {
            mean = OWN.resolve("mean", mean);
        }

        @Override
        public boolean takesNoTime() {
            return mean.nanos() == 0;
        }
    }

    /**
     * Its logarithm is normal: most draws near the median, a few far beyond it.
     *
     * @param sigma standard deviation of the natural logarithm, from 0
     */
    record LogNormal(
            @JsonProperty(required = true) @JsonPropertyDescription("The median.")
            Duration median,

            @JsonProperty(required = true)
            @Range(min = 0)
            @JsonPropertyDescription("Standard deviation of the natural logarithm.")
            double sigma)
            implements DistributionConfig {
        private static final Components OWN = Components.of(LogNormal.class);

        public LogNormal {
            median = OWN.resolve("median", median);
            OWN.resolve("sigma", sigma);
        }

        @Override
        public boolean takesNoTime() {
            return median.nanos() == 0;
        }
    }
}
