package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Collections;
import java.util.List;

/**
 * Layers and how their weights begin; biases begin at 0. The sizes of input and output come from the data.
 *
 * @param layers hidden layers from the bottom, at least one entry, each with its nonlinearities resolved
 * @param nonlinearity s_i of the forward mappings of layers that name none
 * @param feedbackNonlinearity of the feedback mapping g_i of layers that name none
 * @param output loss of the output layer, and with it that layer's nonlinearity
 * @param forwardWeights initial W_i
 * @param feedbackWeights initial V_i
 */
public record NetworkConfig(
        @JsonProperty(required = true) @Range(min = 1) @JsonPropertyDescription("Hidden layers, from the bottom.")
        List<HiddenConfig> layers,

        @JsonProperty(defaultValue = "tanh")
        @JsonPropertyDescription("Element-wise function s_i of the forward mappings.")
        Nonlinearity nonlinearity,

        @JsonProperty(defaultValue = "tanh")
        @JsonPropertyDescription("Element-wise function of the feedback mappings g_i.")
        Nonlinearity feedbackNonlinearity,

        @JsonProperty(defaultValue = "softmax-cross-entropy")
        @JsonPropertyDescription(
                "Output and its loss: softmax or sigmoid with cross-entropy, linear with squared error, or the reconstruction of the input by tied weights (section 3.4).")
        Output output,

        @JsonProperty(defaultValue = "orthogonal") @JsonPropertyDescription("Initial forward weights W_i.")
        InitialConfig forwardWeights,

        @JsonProperty(defaultValue = "orthogonal") @JsonPropertyDescription("Initial feedback weights V_i.")
        InitialConfig feedbackWeights) {
    private static final Components OWN = Components.of(NetworkConfig.class);

    public NetworkConfig {
        Nonlinearity forward = nonlinearity = OWN.resolve("nonlinearity", nonlinearity);
        Nonlinearity feedback = feedbackNonlinearity = OWN.resolve("feedback-nonlinearity", feedbackNonlinearity);
        layers = OWN.resolve("layers", layers).stream()
                .map(layer -> layer.or(forward, feedback))
                .toList();
        output = OWN.resolve("output", output);
        forwardWeights = OWN.resolve("forward-weights", forwardWeights);
        feedbackWeights = OWN.resolve("feedback-weights", feedbackWeights);
    }

    /** Every hidden layer from the bottom, each with count 1. */
    public List<HiddenConfig> hidden() {
        return layers.stream()
                .flatMap(layer -> Collections.nCopies(layer.count(), layer.single()).stream())
                .toList();
    }

    /** Whether it is an auto-encoder, which rebuilds its inputs and classifies nothing. */
    public boolean rebuildsInputs() {
        return output == Output.RECONSTRUCTION;
    }

    /** An element-wise function. */
    public enum Nonlinearity {
        TANH,
        RELU,
        SIGMOID,
        LINEAR;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }

    /** What the output layer computes, and the loss on it. */
    public enum Output {
        SOFTMAX_CROSS_ENTROPY,
        BINOMIAL_CROSS_ENTROPY,
        MEAN_SQUARED_ERROR,
        /** The input again, from one hidden layer by g with V = Wᵀ: the auto-encoder of Eqs. 37 to 40. */
        RECONSTRUCTION;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }
}
