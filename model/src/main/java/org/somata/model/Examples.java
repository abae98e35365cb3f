package org.somata.model;

/** Inputs and labels by index, such as a split of a dataset. Reading is safe from several threads at once. */
public interface Examples {
    int count();

    /** Numbers in one input. */
    int features();

    /** Labels are 0 … classes − 1. */
    int classes();

    /** Copies the input at {@code index} into {@code into[offset … offset + features − 1]}. */
    void copyInput(int index, float[] into, int offset);

    int label(int index);
}
