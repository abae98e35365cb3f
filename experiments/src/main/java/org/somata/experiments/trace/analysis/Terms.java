package org.somata.experiments.trace.analysis;

import java.util.Optional;
import org.somata.config.ExperimentConfig;
import org.somata.config.LearningConfig.FeedbackWhen;
import org.somata.config.LinksConfig.End;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.model.layers.Recall;
import org.somata.model.network.Asynchrony;
import org.somata.model.network.Fate;

/**
 * On what terms a network learned without a clock, as its configuration has them: who learns when, from how many
 * gradients, what is remembered, and what chance does.
 *
 * @param depth M
 */
record Terms(ExperimentConfig config, Asynchrony asynchrony, Recall recall, Fate fate, int depth) {
    /** Empty in lockstep. */
    static Optional<Terms> of(RecordedRun run, TraceHeader header) {
        ExperimentConfig config = run.config();
        int depth = header.depth();
        Assembly assembly =
                Assembly.of(config, header.units().get(0), header.units().get(depth));
        return assembly.asynchrony()
                .map(how ->
                        new Terms(config, how, assembly.recall().orElseThrow(), new Fate(how, config.seed()), depth));
    }

    /** How often a message arrives: its link may lose it or repeat it. */
    int copies(MessageRecord message) {
        return fate.copies(message.kind(), message.from(), message.id().sequence(), message.to());
    }

    /** Whether one message of a link may overtake another. */
    boolean mayOvertake(MessageRecord message) {
        return !asynchrony
                .delivery(message.kind(), message.from(), message.to())
                .jitter()
                .isNone();
    }

    /** Whether W of a layer learns from the credit of a presentation. */
    boolean acts(int place, long presentation) {
        return recall.acts(config.seed(), place, presentation);
    }

    /** Gradients that make an update. */
    int gradients(Mapping mapping) {
        return mapping == Mapping.FORWARD
                ? config.learning().forward().accumulate()
                : config.learning().feedback().orElseThrow().accumulate();
    }

    /** How often V learns on a presentation that it learns from. */
    int feedbackUpdates() {
        return config.learning().feedbackUpdates();
    }

    boolean feedbackAfterTarget() {
        return config.learning().feedbackWhen() == FeedbackWhen.AFTER_TARGET;
    }

    /** Whether V learns from the presentation of a message. */
    boolean feedbackLearnsFrom(MessageRecord message) {
        return message.purpose().learnsFeedback()
                && (message.presentation() - 1) % config.learning().feedbackEvery() == 0;
    }

    /** Whether V of a layer lives with it, and learns. */
    boolean hasFeedback(int place) {
        return learnsFeedback(place) && feedbackAt(place) == End.SENDER;
    }

    /** Whether V of the layer above lives with a layer, at the lower end of their link. */
    boolean hasFeedbackAbove(int place) {
        return learnsFeedback(place + 1) && feedbackAt(place + 1) == End.RECEIVER;
    }

    /** Layer 1 would tell nobody, and the output layer takes a gradient step. */
    private boolean learnsFeedback(int place) {
        return config.learning().rule().trainsFeedback() && place > 1 && place < depth;
    }

    private End feedbackAt(int place) {
        return config.links().link(place, depth).feedbackAt();
    }
}
