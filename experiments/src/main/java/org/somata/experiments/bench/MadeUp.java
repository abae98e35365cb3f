package org.somata.experiments.bench;

import org.somata.model.Examples;

/** Examples whose inputs are in [0, 1) and whose labels go round. */
record MadeUp(int count, int features, int classes) implements Examples {
    @Override
    public void copyInput(int index, float[] into, int offset) {
        for (int i = 0; i < features; i++) {
            into[offset + i] = ((index * 31 + i * 17) & 255) / 256f;
        }
    }

    @Override
    public int label(int index) {
        return index % classes;
    }
}
