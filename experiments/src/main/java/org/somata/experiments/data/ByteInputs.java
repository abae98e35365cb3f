package org.somata.experiments.data;

/** Inputs of one byte a number, kept as bytes (a quarter of their floats) and scaled from 0 … 255 to [0, 1] on copying. */
final class ByteInputs implements Inputs {
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
    private final int count;

    /** Input i is the {@code features} bytes from {@code start + i · stride}; the array is not copied. */
    ByteInputs(byte[] bytes, int start, int stride, int features, int count) {
        this.bytes = bytes;
        this.start = start;
        this.stride = stride;
        this.features = features;
        this.count = count;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public void copy(int index, float[] into, int offset) {
        int from = start + index * stride;
        for (int i = 0; i < features; i++) {
            into[offset + i] = SCALED[bytes[from + i] & 0xff];
        }
    }
}
