package org.somata.model;

import java.util.SplittableRandom;

/** Examples in memory. */
public record Table(float[][] inputs, int[] labels, int classes) implements Examples {
    /** Inputs evenly in [0, 1] with labels that have nothing to do with them. */
    public static Table random(long seed, int count, int features, int classes) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] inputs = new float[count][features];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < features; j++) {
                inputs[i][j] = (float) random.nextDouble();
            }
            labels[i] = random.nextInt(classes);
        }
        return new Table(inputs, labels, classes);
    }

    /**
     * Three classes on sixteen corners of a cube of four dimensions, two clusters and more to a class, each example within
     * 0.4 of its corner: no line separates them.
     */
    public static Table corners(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] inputs = new float[count][4];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            int corner = random.nextInt(16);
            labels[i] = Integer.bitCount(corner) % 3;
            for (int j = 0; j < 4; j++) {
                double side = (corner >> j & 1) == 0 ? -1 : 1;
                inputs[i][j] = (float) (side + 0.4 * (2 * random.nextDouble() - 1));
            }
        }
        return new Table(inputs, labels, 3);
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
