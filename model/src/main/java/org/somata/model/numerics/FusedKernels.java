package org.somata.model.numerics;

import java.util.List;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.OutputLoss;

/**
 * Kernels for the CPU: products by BLAS directly on the arrays' data, everything else in single passes over plain
 * arrays, which the JIT vectorises (it does not for direct buffers), with bulk copies in and out.
 */
final class FusedKernels implements Kernels {
    @Override
    public String name() {
        return "fused";
    }

    @Override
    public Matrix matrix(int rows, int columns) {
        return ArrayMatrix.zeros(rows, columns);
    }

    @Override
    public Matrix state(int rows, int columns) {
        return new HeapMatrix(rows, columns);
    }

    @Override
    public void product(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out) {
        Blas.product((ArrayMatrix) a, transposeA, (ArrayMatrix) b, transposeB, 0, (ArrayMatrix) out);
    }

    @Override
    public void addProduct(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out) {
        Blas.product((ArrayMatrix) a, transposeA, (ArrayMatrix) b, transposeB, 1, (ArrayMatrix) out);
    }

    @Override
    public void activate(Nonlinearity s, Matrix a, Matrix bias, Matrix out) {
        float[] values = in(0, a);
        float[] biases = Scratch.get().floats(2, a.size());
        ElementLoops.repeat(in(1, bias), a.columns(), a.rows(), biases);
        NonlinearityLoops.activate(s, values, biases, a.size());
        out(values, out);
    }

    @Override
    public void addNoise(Matrix x, double deviation, long key, Matrix out) {
        // the generator uses the thread's array 0
        float[] noise = Scratch.get().floats(2, x.size());
        Chance.normals(key, noise, x.size());
        float[] values = in(1, x);
        ElementLoops.move(values, (float) deviation, noise, noise, x.size());
        out(noise, out);
    }

    @Override
    public void difference(Matrix base, Matrix plus, Matrix minus, Matrix out) {
        float[] result = Scratch.get().floats(3, out.size());
        ElementLoops.difference(in(0, base), in(1, plus), in(2, minus), result, out.size());
        out(result, out);
    }

    @Override
    public void move(Matrix base, double factor, Matrix direction, Matrix out) {
        float[] result = Scratch.get().floats(2, out.size());
        ElementLoops.move(in(0, base), (float) factor, in(1, direction), result, out.size());
        out(result, out);
    }

    @Override
    public double distanceGradient(
            Nonlinearity s, Matrix value, Matrix target, double factor, Matrix delta, Matrix sums) {
        int size = delta.size();
        float[] values = in(0, value);
        float[] difference = in(1, target);
        float[] slope = Scratch.get().floats(2, size);
        NonlinearityLoops.distance(s, (float) factor, values, difference, slope, size);
        sumRows(slope, delta, sums);
        out(slope, delta);
        return ElementLoops.squares(difference, size);
    }

    @Override
    public void chain(Nonlinearity s, Matrix credit, Matrix value, Matrix delta, Matrix sums) {
        float[] result = Scratch.get().floats(2, delta.size());
        NonlinearityLoops.chain(s, 1, in(0, credit), in(1, value), result, delta.size());
        sumRows(result, delta, sums);
        out(result, delta);
    }

    private static void sumRows(float[] values, Matrix shape, Matrix sums) {
        float[] columns = Scratch.get().floats(3, shape.columns());
        ElementLoops.sumRows(values, shape.rows(), shape.columns(), columns);
        out(columns, sums);
    }

    @Override
    public void activateOutput(OutputLoss loss, Matrix a, Matrix bias, Matrix out) {
        float[] values = in(0, a);
        OutputLoops.activate(loss, values, in(1, bias), a.rows(), a.columns());
        out(values, out);
    }

    @Override
    public double outputGradient(OutputLoss loss, Matrix output, int[] labels, Matrix delta, Matrix sums) {
        float[] result = Scratch.get().floats(1, delta.size());
        double total = OutputLoops.gradient(loss, in(0, output), labels, result, output.rows(), output.columns());
        sumRows(result, delta, sums);
        out(result, delta);
        return total;
    }

    @Override
    public int mistakes(Matrix output, int[] labels) {
        return OutputLoops.mistakes(in(0, output), labels, output.rows(), output.columns());
    }

    @Override
    public double update(
            Optimiser optimiser, double rate, long count, Matrix value, Matrix gradient, List<Matrix> slots) {
        int size = value.size();
        float[] values = in(0, value);
        float[] slope = in(1, gradient);
        float[] change = Scratch.get().floats(2, size);
        if (optimiser instanceof Optimiser.CentredRmsprop o) {
            change = slot(slots, 0);
            OptimiserLoops.centredRmsprop(o, (float) rate, values, slope, change, slot(slots, 1), slot(slots, 2), size);
        } else if (optimiser instanceof Optimiser.Rmsprop o) {
            OptimiserLoops.rmsprop(o, (float) rate, values, slope, slot(slots, 0), change, size);
        } else if (optimiser instanceof Optimiser.Sgd o) {
            change = slot(slots, 0);
            OptimiserLoops.sgd(o, (float) rate, values, slope, change, size);
        } else if (optimiser instanceof Optimiser.Adam o) {
            OptimiserLoops.adam(o, rate, count, values, slope, slot(slots, 0), slot(slots, 1), change, size);
        } else {
            throw new IllegalArgumentException("no kernel for " + optimiser);
        }
        out(values, value);
        return ElementLoops.squares(change, size);
    }

    private static float[] slot(List<Matrix> slots, int number) {
        return ((HeapMatrix) slots.get(number)).values;
    }

    @Override
    public void average(Matrix average, double decay, Matrix value) {
        float[] result = in(0, average);
        ElementLoops.mix((float) decay, result, in(1, value), average.size());
        out(result, average);
    }

    @Override
    public double dot(Matrix a, Matrix b) {
        if (a instanceof ArrayMatrix x && b instanceof ArrayMatrix y) {
            return Blas.dot(x, y);
        }
        return ElementLoops.dot(in(0, a), in(1, b), a.size());
    }

    /** The numbers of a matrix as a plain array: its own, or a copy in the thread's array {@code number}. */
    private static float[] in(int number, Matrix matrix) {
        if (matrix instanceof HeapMatrix heap) {
            return heap.values;
        }
        float[] copy = Scratch.get().floats(number, matrix.size());
        matrix.read(copy);
        return copy;
    }

    private static void out(float[] values, Matrix matrix) {
        if (!(matrix instanceof HeapMatrix heap) || heap.values != values) {
            matrix.write(values);
        }
    }
}
