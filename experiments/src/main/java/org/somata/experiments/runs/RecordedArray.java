package org.somata.experiments.runs;

/**
 * An array of a checkpoint.
 *
 * @param epoch the last one that the checkpoint has whole
 * @param shape one or two numbers: rows and columns of a matrix
 * @param values row by row
 */
public record RecordedArray(int epoch, int[] shape, float[] values) {
    public int rows() {
        return shape[0];
    }

    /** 1 for a vector. */
    public int columns() {
        return shape.length == 1 ? 1 : shape[1];
    }
}
