package org.somata.model.numerics;

/** A matrix that only element-wise loops touch: a plain array, never the operand of a product. */
final class HeapMatrix extends Matrix {
    final float[] values;

    HeapMatrix(int rows, int columns) {
        this(rows, columns, new float[Math.multiplyExact(rows, columns)]);
    }

    private HeapMatrix(int rows, int columns, float[] values) {
        super(rows, columns);
        this.values = values;
    }

    @Override
    public void read(float[] into) {
        System.arraycopy(values, 0, into, 0, size());
    }

    @Override
    public void write(float[] from) {
        System.arraycopy(from, 0, values, 0, size());
    }

    @Override
    public void read(double[] into) {
        for (int i = 0; i < size(); i++) {
            into[i] = values[i];
        }
    }

    @Override
    public void write(double[] from) {
        for (int i = 0; i < size(); i++) {
            values[i] = (float) from[i];
        }
    }

    @Override
    boolean wide() {
        return false;
    }

    @Override
    public Matrix firstRows(int count) {
        return count == rows() ? this : new HeapMatrix(count, columns(), values);
    }
}
