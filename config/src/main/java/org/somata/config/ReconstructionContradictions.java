package org.somata.config;

import org.somata.config.LearningConfig.Rule;

/** What an auto-encoder of section 3.4, which has one layer and nobody to talk to, has no room for. */
final class ReconstructionContradictions {
    private static final String BUT = ", but an auto-encoder (network.output: reconstruction) ";

    private ReconstructionContradictions() {}

    static void check(
            NetworkConfig network,
            LinksConfig links,
            TrainingConfig training,
            LearningConfig learning,
            EvaluationConfig evaluation) {
        if (network.output() != NetworkConfig.Output.RECONSTRUCTION) {
            return;
        }
        int hidden = network.hidden().size();
        if (hidden > 1) {
            throw new Problem("network.layers", "make " + hidden + " hidden layers" + BUT + "has one; give one");
        }
        Rule rule = learning.rule();
        if (rule != Rule.DIFFERENCE_TARGET_PROPAGATION && rule != Rule.BACKPROPAGATION) {
            throw new Problem(
                    "learning.rule",
                    "is " + rule + BUT + "learns its local losses by difference-target-propagation (Eqs. 37-40) or"
                            + " all of Eq. 39 by backpropagation; give one of these");
        }
        if (learning.forward().accumulate() > 1) {
            throw new Problem(
                    "learning.forward.accumulate",
                    "is " + learning.forward().accumulate() + BUT + "learns f and g by every gradient; give 1");
        }
        if (training.patience().isPresent()) {
            throw new Problem(
                    "training.patience",
                    "waits for a lower validation error" + BUT + "does not classify; leave patience out");
        }
        for (int place = 1; place <= hidden + 1; place++) {
            LinksConfig.Link link = links.link(place, hidden + 1);
            real(key(links.own(place).forward().isPresent(), place, "forward"), link.forward());
            real(key(links.own(place).feedback().isPresent(), place, "feedback"), link.feedback());
        }
        if (!evaluation.transmission().isEmpty()) {
            throw new Problem("evaluation.transmission", "names links" + BUT + "sends real numbers; leave it out");
        }
    }

    private static void real(String key, TransmissionConfig transmission) {
        if (!(transmission instanceof TransmissionConfig.Real)) {
            throw new Problem(key, "is not real" + BUT + "sends real numbers; give real");
        }
    }

    private static String key(boolean own, int place, String what) {
        return LinkContradictions.key(own, place, what);
    }
}
