package org.somata.experiments.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.somata.config.ExperimentConfig;
import org.somata.config.LearningConfig.Rule;
import org.somata.config.NetworkConfig.Nonlinearity;

/** What the paper reports, by section, data, rule and nonlinearity. */
final class Paper {
    static final String CITATION =
            "D.-H. Lee, S. Zhang, A. Biard and Y. Bengio: Difference Target Propagation, arXiv:1412.7525";

    private static final List<Reported> ALL = List.of(
            reported("3.1", "mnist", Rule.DIFFERENCE_TARGET_PROPAGATION, Nonlinearity.TANH, 1.94, 4.022e-6)
                    .in("section 3.1, mean of 10 trials"),
            reported("3.1", "mnist", Rule.BACKPROPAGATION, Nonlinearity.TANH, 1.86, 1.797e-5)
                    .in("section 3.1, mean of 10 trials"),
            reported("3.1", "mnist", Rule.DIFFERENCE_TARGET_PROPAGATION, Nonlinearity.RELU, 3.15, Double.NaN)
                    .in("section 3.1, rectified linear units"),
            reported("3.1", "mnist", Rule.BACKPROPAGATION, Nonlinearity.RELU, 1.62, Double.NaN)
                    .in("section 3.1, rectified linear units"),
            reported("3.1", "cifar10", Rule.DIFFERENCE_TARGET_PROPAGATION, Nonlinearity.TANH, 49.29, Double.NaN)
                    .in("section 3.1, given as an accuracy of 50.71 %"),
            reported("3.1", "cifar10", Rule.BACKPROPAGATION, Nonlinearity.TANH, 46.28, Double.NaN)
                    .in("section 3.1, given as an accuracy of 53.72 %"),
            anyNonlinearity("3.3", Rule.DIFFERENCE_TARGET_PROPAGATION, 1.51)
                    .in("table 1, mean of 5 trials, 100 samples at test time"),
            anyNonlinearity("3.3", Rule.BACKPROPAGATION, 1.71)
                    .in("table 1, the biased gradient estimator with one sample; 100 samples at test time"),
            anyNonlinearity("3.3", Rule.BACKPROPAGATION, 1.63)
                    .sampled(20)
                    .in("table 1, from Raiko et al. (2014): the biased gradient estimator with 20 samples"),
            anyNonlinearity("3.4", Rule.BACKPROPAGATION, 1.35)
                    .in("section 3.4, fine-tuned by backpropagation from the auto-encoder's weights"));

    private Paper() {}

    /**
     * A figure of the paper.
     *
     * @param nonlinearity of the hidden layers; empty where the section has no other network
     * @param samples draws of each example in learning
     * @param testError in percent
     * @param trainCost negative log-likelihood; NaN where the paper gives none
     * @param source where in the paper it stands
     */
    record Reported(
            String section,
            String data,
            Rule rule,
            Optional<Nonlinearity> nonlinearity,
            int samples,
            double testError,
            double trainCost,
            String source) {
        private Reported in(String place) {
            return new Reported(section, data, rule, nonlinearity, samples, testError, trainCost, place);
        }

        private Reported sampled(int draws) {
            return new Reported(section, data, rule, nonlinearity, draws, testError, trainCost, source);
        }

        private boolean isOf(ExperimentConfig config) {
            return !config.network().rebuildsInputs()
                    && section.equals(config.section().strip())
                    && data.equals(config.data().set().toLowerCase(Locale.ROOT))
                    && rule == config.learning().rule()
                    && samples == config.learning().samples()
                    && nonlinearity.stream().allMatch(config.network().nonlinearity()::equals);
        }
    }

    /** What a configuration's figures can stand beside: it names the section, and has its data and rule. */
    static Optional<Reported> beside(ExperimentConfig config) {
        return ALL.stream().filter(each -> each.isOf(config)).findFirst();
    }

    private static Reported reported(
            String section, String data, Rule rule, Nonlinearity nonlinearity, double testError, double trainCost) {
        return new Reported(section, data, rule, Optional.of(nonlinearity), 1, testError, trainCost, "");
    }

    private static Reported anyNonlinearity(String section, Rule rule, double testError) {
        return new Reported(section, "mnist", rule, Optional.empty(), 1, testError, Double.NaN, "");
    }
}
