package org.somata.model.numerics;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A matrix in a C-order {@link INDArray} of float32 in the CPU's memory, for BLAS to work on directly. */
final class ArrayMatrix extends Matrix {
    final INDArray array;
    final FloatPointer floats;

    ArrayMatrix(INDArray array) {
        super(array.rows(), array.columns());
        this.array = array;
        this.floats = (FloatPointer) array.data().addressPointer();
    }

    static ArrayMatrix zeros(int rows, int columns) {
        return new ArrayMatrix(Nd4j.zeros(DataType.FLOAT, rows, columns));
    }

    @Override
    public void read(float[] into) {
        floats.get(into, 0, size());
    }

    @Override
    public void write(float[] from) {
        floats.put(from, 0, size());
    }

    @Override
    public void read(double[] into) {
        float[] narrow = toFloats();
        for (int i = 0; i < narrow.length; i++) {
            into[i] = narrow[i];
        }
    }

    @Override
    public void write(double[] from) {
        float[] narrow = new float[size()];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) from[i];
        }
        write(narrow);
    }

    @Override
    boolean wide() {
        return false;
    }

    @Override
    public Matrix firstRows(int count) {
        return count == rows() ? this : new ArrayMatrix(array.get(NDArrayIndex.interval(0, count), NDArrayIndex.all()));
    }
}
