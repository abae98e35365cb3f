package org.somata.experiments.runs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.somata.config.ExperimentConfig;
import org.somata.config.ScheduleConfig.Passes;
import org.somata.model.Examples;
import org.somata.model.network.Pass;
import org.somata.model.signals.Presentation.Purpose;

/**
 * Which passes over the training examples make up a run.
 *
 * @param warmUp passes that train only V, at the head of the first epoch
 * @param regular the passes of every epoch
 * @param examples of one pass
 * @param stepsOfPass presentations in one pass
 */
record Curriculum(int epochs, int warmUp, List<Purpose> regular, int batch, int examples, int stepsOfPass) {
    static Curriculum of(ExperimentConfig config, int examples) {
        int batch = config.training().batch();
        List<Purpose> regular = config.schedule().passes() == Passes.ALTERNATING
                ? List.of(Purpose.LEARN_FEEDBACK, Purpose.LEARN_FORWARD)
                : List.of(Purpose.LEARN);
        return new Curriculum(
                config.training().epochs(),
                config.schedule().feedbackWarmUp(),
                regular,
                batch,
                examples,
                (examples + batch - 1) / batch);
    }

    /** What the layers do in each pass of an epoch, counted from 1. */
    List<Purpose> passes(int epoch) {
        List<Purpose> passes = new ArrayList<>();
        if (epoch == 1) {
            passes.addAll(Collections.nCopies(warmUp, Purpose.LEARN_FEEDBACK));
        }
        passes.addAll(regular);
        return passes;
    }

    Pass pass(int epoch, int index, Examples examples, int[] order) {
        long before = stepsBefore(epoch) + (long) index * stepsOfPass;
        return new Pass(passes(epoch).get(index), examples, order, batch, before, steps(), epoch - 1);
    }

    /** The passes of the run until a place in it; the last is under way where the place is within one. */
    List<Pass> passesUntil(Position position, Examples data) {
        int[] order = IntStream.range(0, data.count()).toArray();
        List<Pass> until = new ArrayList<>();
        for (int epoch = 1; epoch <= position.epoch() + 1; epoch++) {
            int done = epoch <= position.epoch()
                    ? passes(epoch).size()
                    : position.pass() + (position.presentation() > 0 ? 1 : 0);
            for (int index = 0; index < done; index++) {
                until.add(pass(epoch, index, data, order));
            }
        }
        return until;
    }

    /** Of the last of them, presentations that have entered. */
    int entered(Position position) {
        return position.presentation() > 0 ? position.presentation() : stepsOfPass;
    }

    /** Presentations of the run before an epoch. */
    long stepsBefore(int epoch) {
        int earlier = epoch == 1 ? 0 : warmUp;
        return (earlier + (long) (epoch - 1) * regular.size()) * stepsOfPass;
    }

    /** Examples in the first so many presentations of the run; the last of a pass may have fewer than the others. */
    long examples(long steps) {
        return steps / stepsOfPass * examples + steps % stepsOfPass * batch;
    }

    /** Presentations of the whole run. */
    long steps() {
        return stepsBefore(epochs + 1);
    }
}
