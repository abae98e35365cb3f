package org.somata.model.numerics;

/** A matrix of float64 in a plain array; its first rows are on the same array. */
final class DoubleMatrix extends Matrix {
    final double[] values;

    DoubleMatrix(int rows, int columns) {
        this(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    private DoubleMatrix(int rows, int columns, double[] values) {
        super(rows, columns);
        this.values = values;
    }

    @Override
    public void read(float[] into) {
        for (int i = 0; i < size(); i++) {
            into[i] = (float) values[i];
        }
    }

    @Override
    public void write(float[] from) {
        for (int i = 0; i < size(); i++) {
            values[i] = from[i];
        }
    }

    @Override
    public void read(double[] into) {
        System.arraycopy(values, 0, into, 0, size());
    }

    @Override
    public void write(double[] from) {
        System.arraycopy(from, 0, values, 0, size());
    }

    @Override
    boolean wide() {
        return true;
    }

    @Override
    public Matrix firstRows(int count) {
        return count == rows() ? this : new DoubleMatrix(count, columns(), values);
    }
}
