package org.somata.experiments.runs;

import org.somata.model.Examples;

/** The first {@code count} of some examples: the fixed probe batch. */
record FirstExamples(Examples all, int count) implements Examples {
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
