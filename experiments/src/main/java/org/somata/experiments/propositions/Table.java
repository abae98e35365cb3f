package org.somata.experiments.propositions;

import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.somata.model.Examples;

/** Examples in memory. */
record Table(float[][] inputs, int[] labels, int classes) implements Examples {
    /** Inputs of independent standard normal numbers, labelled by the teacher. */
    static Table normal(SplittableRandom random, int count, int features, int classes, ToIntFunction<float[]> teacher) {
        float[][] inputs = new float[count][features];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < features; j++) {
                inputs[i][j] = (float) random.nextGaussian();
            }
            labels[i] = teacher.applyAsInt(inputs[i]);
        }
        return new Table(inputs, labels, classes);
    }

    /** The same with labels that have nothing to do with the inputs. */
    static Table normal(SplittableRandom random, int count, int features, int classes) {
        return normal(random, count, features, classes, input -> random.nextInt(classes));
    }

    /** The inputs, an example a row. */
    RealMatrix dense() {
        RealMatrix dense = MatrixUtils.createRealMatrix(count(), features());
        for (int i = 0; i < count(); i++) {
            for (int j = 0; j < features(); j++) {
                dense.setEntry(i, j, inputs[i][j]);
            }
        }
        return dense;
    }

    /** Ones where the label is, zeros elsewhere, an example a row. */
    RealMatrix wanted() {
        RealMatrix wanted = MatrixUtils.createRealMatrix(count(), classes);
        for (int i = 0; i < count(); i++) {
            wanted.setEntry(i, labels[i], 1);
        }
        return wanted;
    }

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public int features() {
        return inputs[0].length;
    }

    @Override
    public void copyInput(int index, float[] into, int offset) {
        System.arraycopy(inputs[index], 0, into, offset, features());
    }

    @Override
    public int label(int index) {
        return labels[index];
    }
}
