package org.somata.experiments.data;

import org.somata.model.Examples;

/** Inputs of one byte a number, kept as bytes (a quarter of their floats) and scaled from 0 … 255 to [0, 1] on copying. */
final class ByteExamples implements Examples {
    private static final float[] SCALED = new float[256];

    static {
        for (int value = 0; value < SCALED.length; value++) {
            SCALED[value] = value / 255f;
        }
    }

    private final byte[] bytes;
    private final int start;
    private final int stride;
    private final int features;
    private final byte[] labels;
    private final int classes;

    /** Input i is the {@code features} bytes from {@code start + i · stride}; the arrays are not copied. */
    ByteExamples(byte[] bytes, int start, int stride, int features, byte[] labels, int classes) {
        this.bytes = bytes;
        this.start = start;
        this.stride = stride;
        this.features = features;
        this.labels = labels;
        this.classes = classes;
    }

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public void copyInput(int index, float[] into, int offset) {
        int from = start + index * stride;
        for (int i = 0; i < features; i++) {
            into[offset + i] = SCALED[bytes[from + i] & 0xff];
        }
    }

    @Override
    public int label(int index) {
        return labels[index];
    }
}
