package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/**
 * The learning rule. What the rule does not use has its default.
 *
 * @param rule how layers come by what they should be
 * @param targetStep η0 of Eq. 20, from 0; 0 for a rule without targets
 * @param localStep factor of the step down ½∂‖ĥ_i − h_i‖²/∂h_{i−1} that makes the target of the layer below (Eq. 9),
 *     above 0
 * @param noise σ of ε of the inverse loss, from 0
 * @param inputNoise σ of the Gaussian noise on the input in training, from 0
 * @param inverseLoss which inverse loss feedback mappings learn
 * @param feedbackWhen when in a step they learn
 * @param feedbackEvery they learn on every this many minibatches, from 1
 * @param forward optimiser and rate of W_i and b_i
 * @param feedback optimiser and rate of V_i and c_i; present if the rule trains them
 */
public record LearningConfig(
        @JsonProperty(required = true) @JsonPropertyDescription("How hidden layers come by their targets or errors.")
        Rule rule,

        @Range(min = 0) @JsonPropertyDescription("Target step, η0 of Eq. 20; required for rules with targets.")
        Double targetStep,

        @JsonProperty(defaultValue = "1")
        @Range(above = 0)
        @JsonPropertyDescription("Step of Eq. 9, for target-propagation-through-optimization alone.")
        Double localStep,

        @JsonProperty(defaultValue = "0")
        @Range(min = 0)
        @JsonPropertyDescription("Standard deviation of the noise ε of the inverse loss.")
        Decaying noise,

        @JsonProperty(defaultValue = "0")
        @Range(min = 0)
        @JsonPropertyDescription("Standard deviation of Gaussian noise on the input in training.")
        Decaying inputNoise,

        @JsonProperty(defaultValue = "activation")
        @JsonPropertyDescription("Inverse loss around the activation (Eq. 32) or around the target (Eq. 17).")
        InverseLoss inverseLoss,

        @JsonPropertyDescription(
                "When feedback mappings learn: on-activation, or after-target, which Eq. 17 needs and has by default.")
        FeedbackWhen feedbackWhen,

        @JsonProperty(defaultValue = "1")
        @Range(min = 1)
        @JsonPropertyDescription("Feedback mappings learn on every k-th minibatch.")
        Integer feedbackEvery,

        @JsonProperty(required = true) @JsonPropertyDescription("How W_i and b_i learn.")
        MappingLearning forward,

        @JsonPropertyDescription("How V_i and c_i learn; required for rules that train them.")
        Optional<MappingLearning> feedback) {
    private static final Components OWN = Components.of(LearningConfig.class);

    public LearningConfig {
        rule = OWN.resolve("rule", rule);
        targetStep =
                OWN.resolve("target-step", targetStep == null && !rule.hasTargets() ? Double.valueOf(0) : targetStep);
        localStep = OWN.resolve("local-step", localStep);
        noise = OWN.resolve("noise", noise);
        inputNoise = OWN.resolve("input-noise", inputNoise);
        inverseLoss = OWN.resolve("inverse-loss", inverseLoss);
        FeedbackWhen fitting =
                inverseLoss == InverseLoss.TARGET ? FeedbackWhen.AFTER_TARGET : FeedbackWhen.ON_ACTIVATION;
        feedbackWhen = feedbackWhen == null ? fitting : feedbackWhen;
        feedbackEvery = OWN.resolve("feedback-every", feedbackEvery);
        forward = OWN.resolve("forward", forward);
        feedback = feedback == null ? Optional.empty() : feedback;
        if (rule.trainsFeedback() && feedback.isEmpty()) {
            throw new Problem("feedback", "is missing; give optimiser and rate, for the rule " + rule + " trains V");
        }
        if (rule.trainsFeedback() && inverseLoss == InverseLoss.TARGET && feedbackWhen != fitting) {
            throw new Problem(
                    "feedback-when",
                    "is " + feedbackWhen + ", but the inverse loss of Eq. 17 (learning.inverse-loss: target) needs the"
                            + " target; give " + fitting);
        }
    }

    /** How layers come by what they should be. */
    public enum Rule {
        /** Eq. 18: targets through feedback mappings, with the difference correction. */
        DIFFERENCE_TARGET_PROPAGATION,
        /** Eq. 15: the same without the correction. */
        TARGET_PROPAGATION,
        /** Eq. 9: targets by a gradient step on the target loss above. */
        TARGET_PROPAGATION_THROUGH_OPTIMIZATION,
        /** The baseline: gradients of the output loss. */
        BACKPROPAGATION;

        /** Whether there are targets, and so a target step. */
        public boolean hasTargets() {
            return this != BACKPROPAGATION;
        }

        /** Whether feedback mappings exist and learn. */
        public boolean trainsFeedback() {
            return this == DIFFERENCE_TARGET_PROPAGATION || this == TARGET_PROPAGATION;
        }

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }

    /** What a feedback mapping learns to invert. */
    public enum InverseLoss {
        /** Eq. 32: ‖g_i(f_i(h_{i−1} + ε)) − (h_{i−1} + ε)‖². */
        ACTIVATION,
        /** Eq. 17: ‖f_i(g_i(ĥ_i + ε)) − (ĥ_i + ε)‖². */
        TARGET;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }

    /** When in a step a feedback mapping learns. */
    public enum FeedbackWhen {
        /** When the layer has sent its activation on. */
        ON_ACTIVATION,
        /** When the layer has passed its target on. */
        AFTER_TARGET;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }
}
