package org.somata.experiments.data;

/** Inputs by index, as a reader holds them in memory. Reading is safe from several threads at once. */
interface Inputs {
    int count();

    /** Numbers in one input. */
    int features();

    /** Copies the input at {@code index} into {@code into[offset … offset + features − 1]}. */
    void copy(int index, float[] into, int offset);
}
