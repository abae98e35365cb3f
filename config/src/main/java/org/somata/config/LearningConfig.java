package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/**
 * The learning rule. What the rule does not use has its default. The target step is null until an {@link
 * ExperimentConfig} takes the rule in, and never in one.
 *
 * @param rule how layers come by what they should be
 * @param targetStep η0 of Eq. 20, from 0; 0 for a rule without targets
 * @param localStep factor of the step down ½∂‖ĥ_i − h_i‖²/∂h_{i−1} that makes the target of the layer below (Eq. 9),
 *     above 0
 * @param samples M, how often each example is drawn in learning, from 1: the likelihood that backpropagation raises has
 *     the mean of the output's probabilities over these draws
 * @param estimator what gradients do where activations are sent as no real numbers
 * @param noise σ of ε of the inverse loss, and of Eqs. 38 and 39 in an auto-encoder, from 0
 * @param inputNoise σ of the Gaussian noise on the input in training, from 0
 * @param inverseLoss which inverse loss feedback mappings learn
 * @param feedbackWhen when in a step they learn
 * @param feedbackEvery they learn on every this many minibatches, from 1
 * @param feedbackUpdates how often they do on each of these, from 1, every time with new noise
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

        @JsonProperty(defaultValue = "1")
        @Range(min = 1)
        @JsonPropertyDescription(
                "How often bits are drawn for an example in learning, to average the output's probabilities; backpropagation alone.")
        Integer samples,

        @JsonProperty(defaultValue = "straight-through")
        @JsonPropertyDescription(
                "What gradients do where activations are sent as one bit a unit: pass as if they were real (Eq. 34), or end there.")
        Estimator estimator,

        @JsonProperty(defaultValue = "0")
        @Range(min = 0)
        @JsonPropertyDescription(
                "Standard deviation of the noise ε of the inverse loss; in an auto-encoder of Eqs. 38 and 39.")
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

        @JsonProperty(defaultValue = "1")
        @Range(min = 1)
        @JsonPropertyDescription("How often they learn on each of these, every time with new noise.")
        Integer feedbackUpdates,

        @JsonProperty(required = true) @JsonPropertyDescription("How W_i and b_i learn.")
        MappingLearning forward,

        @JsonPropertyDescription("How V_i and c_i learn; required for rules that train them.")
        Optional<MappingLearning> feedback) {
    private static final Components OWN = Components.of(LearningConfig.class);

    public LearningConfig {
        rule = OWN.resolve("rule", rule);
        targetStep = targetStep == null ? null : OWN.resolve("target-step", targetStep);
        localStep = OWN.resolve("local-step", localStep);
        samples = OWN.resolve("samples", samples);
        estimator = OWN.resolve("estimator", estimator);
        noise = OWN.resolve("noise", noise);
        inputNoise = OWN.resolve("input-noise", inputNoise);
        inverseLoss = OWN.resolve("inverse-loss", inverseLoss);
        FeedbackWhen fitting =
                inverseLoss == InverseLoss.TARGET ? FeedbackWhen.AFTER_TARGET : FeedbackWhen.ON_ACTIVATION;
        feedbackWhen = feedbackWhen == null ? fitting : feedbackWhen;
        feedbackEvery = OWN.resolve("feedback-every", feedbackEvery);
        feedbackUpdates = OWN.resolve("feedback-updates", feedbackUpdates);
        forward = OWN.resolve("forward", forward);
        feedback = feedback == null ? Optional.empty() : feedback;
        if (rule.trainsFeedback() && inverseLoss == InverseLoss.TARGET && feedbackWhen != fitting) {
            throw new Problem(
                    "feedback-when",
                    "is " + feedbackWhen + ", but the inverse loss of Eq. 17 (learning.inverse-loss: target) needs the"
                            + " target; give " + fitting);
        }
    }

    /**
     * The same in a network of this output: what that requires is there, what it does not use has its default. Problems
     * are named from the experiment on.
     */
    LearningConfig completed(NetworkConfig.Output output) {
        boolean alone = output == NetworkConfig.Output.RECONSTRUCTION;
        if (targetStep == null && rule.hasTargets() && !alone) {
            throw new Problem("learning.target-step", "is missing; give " + OWN.takes("target-step"));
        }
        if (feedback.isEmpty() && rule.trainsFeedback() && !alone) {
            throw new Problem(
                    "learning.feedback", "is missing; give optimiser and rate, for the rule " + rule + " trains V");
        }
        return new LearningConfig(
                rule,
                targetStep == null ? Double.valueOf(0) : targetStep,
                localStep,
                samples,
                estimator,
                noise,
                inputNoise,
                inverseLoss,
                feedbackWhen,
                feedbackEvery,
                feedbackUpdates,
                forward,
                feedback);
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
        BACKPROPAGATION,
        /** Lillicrap 2014: the same with fixed random weights in the place of each Wᵀ. */
        FEEDBACK_ALIGNMENT,
        /** Nøkland 2016: the error of the output, through fixed random weights, straight to each layer. */
        DIRECT_FEEDBACK_ALIGNMENT;

        /** Whether there are targets, and so a target step. */
        public boolean hasTargets() {
            return trainsFeedback() || this == TARGET_PROPAGATION_THROUGH_OPTIMIZATION;
        }

        /** Whether there are feedback weights, learned or fixed. */
        public boolean hasFeedback() {
            return trainsFeedback() || this == FEEDBACK_ALIGNMENT || this == DIRECT_FEEDBACK_ALIGNMENT;
        }

        /** Whether gradients cross links, and an estimator has to say what becomes of them there. */
        public boolean hasEstimator() {
            return this == BACKPROPAGATION
                    || this == FEEDBACK_ALIGNMENT
                    || this == TARGET_PROPAGATION_THROUGH_OPTIMIZATION;
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

    /** What gradients do at a link whose activations are no real numbers. */
    public enum Estimator {
        /** They pass as if the link were real: the biased estimator of Eq. 34. */
        STRAIGHT_THROUGH,
        /** They end there, for a step has the derivative 0. */
        NONE;

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
