package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.somata.config.NetworkConfig.Nonlinearity;

/**
 * One hidden layer, or several alike in a row. The nonlinearities are null until a {@link NetworkConfig} takes the layer
 * in, and never in one.
 *
 * @param units of each of them, from 1
 * @param count of them, from 1
 * @param nonlinearity s_i of the forward mapping
 * @param feedbackNonlinearity of the feedback mapping g_i
 */
public record HiddenConfig(
        @JsonProperty(required = true) @Range(min = 1) @JsonPropertyDescription("Units of the layer.")
        int units,

        @JsonProperty(defaultValue = "1")
        @Range(min = 1, below = 1001)
        @JsonPropertyDescription("How many such layers in a row.")
        Integer count,

        @JsonPropertyDescription("Element-wise function s_i of the forward mapping; the network's if left out.")
        Nonlinearity nonlinearity,

        @JsonPropertyDescription("Element-wise function of the feedback mapping g_i; the network's if left out.")
        Nonlinearity feedbackNonlinearity) {
    private static final Components OWN = Components.of(HiddenConfig.class);

    public HiddenConfig {
        OWN.resolve("units", units);
        count = OWN.resolve("count", count);
    }

    HiddenConfig or(Nonlinearity forward, Nonlinearity feedback) {
        return new HiddenConfig(
                units,
                count,
                nonlinearity == null ? forward : nonlinearity,
                feedbackNonlinearity == null ? feedback : feedbackNonlinearity);
    }

    HiddenConfig single() {
        return new HiddenConfig(units, 1, nonlinearity, feedbackNonlinearity);
    }
}
