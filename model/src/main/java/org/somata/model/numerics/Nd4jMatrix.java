package org.somata.model.numerics;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A matrix that ND4J alone touches, for its numbers may be in another device's memory. */
final class Nd4jMatrix extends Matrix {
    final INDArray array;

    private Nd4jMatrix(INDArray array) {
        super(array.rows(), array.columns());
        this.array = array;
    }

    static Nd4jMatrix zeros(int rows, int columns) {
        Nd4jMatrix zeros = new Nd4jMatrix(Nd4j.zeros(DataType.FLOAT, rows, columns));
        Nd4jKernels.settle();
        return zeros;
    }

    @Override
    public void read(float[] into) {
        System.arraycopy(array.dup('c').data().asFloat(), 0, into, 0, size());
    }

    @Override
    public void write(float[] from) {
        write(Nd4j.createFromArray(from.length == size() ? from : Arrays.copyOf(from, size())));
    }

    @Override
    public void read(double[] into) {
        System.arraycopy(array.dup('c').data().asDouble(), 0, into, 0, size());
    }

    @Override
    public void write(double[] from) {
        write(Nd4j.createFromArray(from.length == size() ? from : Arrays.copyOf(from, size())));
    }

    private void write(INDArray values) {
        array.assign(values.castTo(DataType.FLOAT).reshape(rows(), columns()));
        Nd4jKernels.settle();
    }

    @Override
    boolean wide() {
        return false;
    }

    @Override
    public Matrix firstRows(int count) {
        return count == rows() ? this : new Nd4jMatrix(array.get(NDArrayIndex.interval(0, count), NDArrayIndex.all()));
    }
}
