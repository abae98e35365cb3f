package org.somata.model.numerics;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A matrix in a C-order {@link INDArray}, of float32 or, on the oracle's double-precision path, float64. */
final class ArrayMatrix extends Matrix {
    final INDArray array;
    final FloatPointer floats;
    private final DoublePointer doubles;

    ArrayMatrix(INDArray array) {
        super(array.rows(), array.columns());
        this.array = array;
        Pointer data = array.data().addressPointer();
        this.floats = data instanceof FloatPointer pointer ? pointer : null;
        this.doubles = data instanceof DoublePointer pointer ? pointer : null;
    }

    static ArrayMatrix zeros(DataType type, int rows, int columns) {
        return new ArrayMatrix(Nd4j.zeros(type, rows, columns));
    }

    @Override
    public void read(float[] into) {
        if (floats != null) {
            floats.get(into, 0, size());
        } else {
            double[] wide = toDoubles();
            for (int i = 0; i < wide.length; i++) {
                into[i] = (float) wide[i];
            }
        }
    }

    @Override
    public void write(float[] from) {
        if (floats != null) {
            floats.put(from, 0, size());
        } else {
            double[] wide = new double[size()];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = from[i];
            }
            write(wide);
        }
    }

    @Override
    public void read(double[] into) {
        if (doubles != null) {
            doubles.get(into, 0, size());
        } else {
            float[] narrow = toFloats();
            for (int i = 0; i < narrow.length; i++) {
                into[i] = narrow[i];
            }
        }
    }

    @Override
    public void write(double[] from) {
        if (doubles != null) {
            doubles.put(from, 0, size());
        } else {
            float[] narrow = new float[size()];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = (float) from[i];
            }
            write(narrow);
        }
    }

    @Override
    boolean wide() {
        return doubles != null;
    }

    @Override
    public Matrix firstRows(int count) {
        return count == rows() ? this : new ArrayMatrix(array.get(NDArrayIndex.interval(0, count), NDArrayIndex.all()));
    }
}
