package org.somata.model.numerics;

/** A shape alone, without numbers. */
final class Hollow extends Matrix {
    Hollow(int rows, int columns) {
        super(rows, columns);
    }

    @Override
    boolean hollow() {
        return true;
    }

    @Override
    public void read(float[] into) {
        throw empty();
    }

    @Override
    public void write(float[] from) {
        throw empty();
    }

    @Override
    public void read(double[] into) {
        throw empty();
    }

    @Override
    public void write(double[] from) {
        throw empty();
    }

    private static UnsupportedOperationException empty() {
        return new UnsupportedOperationException("there are no numbers in a matrix that is a shape alone");
    }

    @Override
    boolean wide() {
        return false;
    }

    @Override
    public Matrix firstRows(int count) {
        return new Hollow(count, columns());
    }
}
