package org.somata.experiments.assembly;

import org.somata.config.DecayConfig;
import org.somata.config.InitialConfig;
import org.somata.config.LearningConfig;
import org.somata.config.MappingLearning;
import org.somata.config.NetworkConfig;
import org.somata.config.OptimiserConfig;
import org.somata.model.layers.InverseLoss;
import org.somata.model.layers.Rule;
import org.somata.model.learning.Coping;
import org.somata.model.learning.Decay;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.OutputLoss;
import org.somata.model.learning.RateScaling;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.DirectFeedbackAlignment;
import org.somata.model.rules.FeedbackAlignment;
import org.somata.model.rules.TargetPropagation;
import org.somata.model.rules.TargetPropagationThroughOptimization;

/** Settings of a configuration, one by one, as the model knows them. */
final class Settings {
    private Settings() {}

    static Rule rule(LearningConfig c) {
        boolean straightThrough = c.estimator() == LearningConfig.Estimator.STRAIGHT_THROUGH;
        return switch (c.rule()) {
            case DIFFERENCE_TARGET_PROPAGATION -> new DifferenceTargetPropagation(c.targetStep());
            case TARGET_PROPAGATION -> new TargetPropagation(c.targetStep());
            case TARGET_PROPAGATION_THROUGH_OPTIMIZATION ->
                new TargetPropagationThroughOptimization(c.targetStep(), c.localStep(), straightThrough);
            case BACKPROPAGATION -> new Backpropagation(straightThrough);
            case FEEDBACK_ALIGNMENT -> new FeedbackAlignment(straightThrough);
            case DIRECT_FEEDBACK_ALIGNMENT -> new DirectFeedbackAlignment();
        };
    }

    static InverseLoss inverseLoss(LearningConfig.InverseLoss c) {
        return switch (c) {
            case ACTIVATION -> InverseLoss.OF_ACTIVATION;
            case TARGET -> InverseLoss.OF_TARGET;
        };
    }

    static Nonlinearity nonlinearity(NetworkConfig.Nonlinearity c) {
        return switch (c) {
            case TANH -> Nonlinearity.TANH;
            case RELU -> Nonlinearity.RELU;
            case SIGMOID -> Nonlinearity.SIGMOID;
            case LINEAR -> Nonlinearity.LINEAR;
        };
    }

    static OutputLoss outputLoss(NetworkConfig.Output c) {
        return switch (c) {
            case SOFTMAX_CROSS_ENTROPY -> OutputLoss.SOFTMAX_CROSS_ENTROPY;
            case BINOMIAL_CROSS_ENTROPY -> OutputLoss.BINOMIAL_CROSS_ENTROPY;
            // ‖z − x‖², with no classes beside it
            case MEAN_SQUARED_ERROR, RECONSTRUCTION -> OutputLoss.MEAN_SQUARED_ERROR;
        };
    }

    static Initialisation initialisation(InitialConfig c) {
        if (c instanceof InitialConfig.Orthogonal o) {
            return new Initialisation.Orthogonal(o.gain());
        } else if (c instanceof InitialConfig.Uniform o) {
            return new Initialisation.Uniform(o.gain());
        } else if (c instanceof InitialConfig.Gaussian o) {
            return new Initialisation.Gaussian(o.deviation());
        }
        throw new IllegalArgumentException("no translation of " + c);
    }

    static Optimiser optimiser(OptimiserConfig c) {
        if (c instanceof OptimiserConfig.CentredRmsprop o) {
            return new Optimiser.CentredRmsprop(o.decay(), o.momentum(), o.epsilon());
        } else if (c instanceof OptimiserConfig.Rmsprop o) {
            return new Optimiser.Rmsprop(o.decay(), o.epsilon());
        } else if (c instanceof OptimiserConfig.Sgd o) {
            return new Optimiser.Sgd(o.momentum());
        } else if (c instanceof OptimiserConfig.Adam o) {
            return new Optimiser.Adam(o.beta1(), o.beta2(), o.epsilon());
        }
        throw new IllegalArgumentException("no translation of " + c);
    }

    static Coping coping(MappingLearning c) {
        return new Coping(
                switch (c.stalenessScaling()) {
                    case NONE -> RateScaling.NONE;
                    case INVERSE_ROOT -> RateScaling.INVERSE_ROOT;
                    case INVERSE -> RateScaling.INVERSE;
                },
                c.momentumCorrection() == MappingLearning.MomentumCorrection.STALENESS,
                c.accumulate());
    }

    static Decaying decaying(org.somata.config.Decaying c) {
        return new Decaying(c.value(), decay(c.decay()));
    }

    private static Decay decay(DecayConfig c) {
        if (c instanceof DecayConfig.Inverse o) {
            return new Decay.Inverse(o.period());
        } else if (c instanceof DecayConfig.Linear o) {
            return new Decay.Linear(o.from());
        }
        return new Decay.Constant();
    }
}
