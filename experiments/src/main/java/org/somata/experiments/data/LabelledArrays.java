package org.somata.experiments.data;

import org.somata.model.Examples;

/** Examples from a program's own arrays. */
public final class LabelledArrays {
    private LabelledArrays() {}

    /**
     * An input in each row, and the label of each. The arrays are looked at here and not copied, so leave them as they
     * are.
     *
     * @param classes labels are 0 … classes − 1
     * @throws IllegalArgumentException for rows of different lengths or none, a number that is not finite, another number
     *     of labels than of rows, or a label beyond the classes; it says where
     */
    public static Examples of(float[][] inputs, int[] labels, int classes) {
        if (inputs.length == 0 || inputs[0].length == 0) {
            throw new IllegalArgumentException("inputs: no numbers; give at least one row of at least one number");
        }
        int features = inputs[0].length;
        for (int row = 0; row < inputs.length; row++) {
            check(inputs[row], row, features);
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("labels[" + i + "] is " + labels[i] + ", but labels of " + classes
                        + " classes are 0 to " + (classes - 1));
            }
        }
        return new Labelled(new FloatInputs(inputs, features), labels, classes);
    }

    private static void check(float[] row, int index, int features) {
        if (row.length != features) {
            throw new IllegalArgumentException("inputs[" + index + "] has " + row.length
                    + " numbers, but inputs[0] has " + features + "; all need as many");
        }
        for (int i = 0; i < features; i++) {
            if (!Float.isFinite(row[i])) {
                throw new IllegalArgumentException(
                        "inputs[" + index + "][" + i + "] is " + row[i] + "; only finite numbers can be learned from");
            }
        }
    }
}
