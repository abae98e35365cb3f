package org.somata.experiments.runs;

import org.somata.config.ExperimentConfig;
import org.somata.experiments.data.Split;
import org.somata.model.Examples;

/** The first {@code count} of some examples: the fixed probe batch. */
record FirstExamples(Examples all, int count) implements Examples {
    static FirstExamples probe(ExperimentConfig config, Split data) {
        return new FirstExamples(
                data.train(), Math.min(config.evaluation().probe(), data.train().count()));
    }

    @Override
    public int features() {
        return all.features();
    }

    @Override
    public int classes() {
        return all.classes();
    }

    @Override
    public void copyInput(int index, float[] into, int offset) {
        all.copyInput(index, into, offset);
    }

    @Override
    public int label(int index) {
        return all.label(index);
    }
}
