package org.somata.actors;

import org.somata.model.Examples;

/** Inputs in (−1, 1) and labels that are functions of the index. */
record SyntheticExamples(int count, int features, int classes) implements Examples {
    @Override
    public void copyInput(int index, float[] into, int offset) {
        for (int feature = 0; feature < features; feature++) {
            into[offset + feature] = (float) Math.sin(1 + 31.0 * index + 7.0 * feature);
        }
    }

    @Override
    public int label(int index) {
        return (7 * index + 3) % classes;
    }
}
