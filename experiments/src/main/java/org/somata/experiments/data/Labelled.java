package org.somata.experiments.data;

import java.util.Arrays;
import org.somata.model.Examples;

/** Inputs, and a label for each. */
final class Labelled implements Examples {
    private final Inputs inputs;
    private final int[] labels;
    private final int classes;

    /** The labels, 0 … classes − 1, are not copied. */
    Labelled(Inputs inputs, int[] labels, int classes) {
        if (inputs.count() != labels.length) {
            throw new IllegalArgumentException(labels.length + " labels for " + inputs.count() + " inputs");
        }
        this.inputs = inputs;
        this.labels = labels;
        this.classes = classes;
    }

    /** The same among another number of classes. */
    Labelled among(int others) {
        return new Labelled(inputs, labels, others);
    }

    /** How many classes the largest label asks for. */
    int classesUsed() {
        return 1 + Arrays.stream(labels).max().orElse(-1);
    }

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public int features() {
        return inputs.features();
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public void copyInput(int index, float[] into, int offset) {
        inputs.copy(index, into, offset);
    }

    @Override
    public int label(int index) {
        return labels[index];
    }
}
