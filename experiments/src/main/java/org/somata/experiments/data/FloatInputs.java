package org.somata.experiments.data;

/** Inputs of float32, as they are: an array each, so that no set is too large for one array. */
final class FloatInputs implements Inputs {
    private final float[][] rows;
    private final int features;

    /** The rows, each of {@code features} numbers, are not copied. */
    FloatInputs(float[][] rows, int features) {
        this.rows = rows;
        this.features = features;
    }

    @Override
    public int count() {
        return rows.length;
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public void copy(int index, float[] into, int offset) {
        System.arraycopy(rows[index], 0, into, offset, features);
    }
}
