package org.somata.model.numerics;

import java.util.Arrays;
import java.util.List;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.OutputLoss;

/**
 * Kernels in float64 that carry out the definitions as they are written, in plain loops without a native library: what
 * the others are measured against, and quick where networks are so small that calls into one would cost more than the
 * numbers do.
 */
final class DoubleKernels implements Kernels {
    @Override
    public String name() {
        return "float64";
    }

    @Override
    public Matrix matrix(int rows, int columns) {
        return new DoubleMatrix(rows, columns);
    }

    @Override
    public Matrix state(int rows, int columns) {
        return matrix(rows, columns);
    }

    @Override
    public void product(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out) {
        Arrays.fill(values(out), 0, out.size(), 0);
        addProduct(a, transposeA, b, transposeB, out);
    }

    @Override
    public void addProduct(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out) {
        DoubleProduct.add((DoubleMatrix) a, transposeA, (DoubleMatrix) b, transposeB, (DoubleMatrix) out);
    }

    @Override
    public void activate(Nonlinearity s, Matrix a, Matrix bias, Matrix out) {
        double[] preactivations = values(a);
        double[] biases = values(bias);
        double[] result = values(out);
        int width = a.columns();
        for (int from = 0; from < a.size(); from += width) {
            for (int j = 0; j < width; j++) {
                result[from + j] = s.value(preactivations[from + j] + biases[j]);
            }
        }
    }

    /** The noise itself is the others', of float32. */
    @Override
    public void addNoise(Matrix x, double deviation, long key, Matrix out) {
        // the generator uses the thread's array 0
        float[] noise = Scratch.get().floats(1, x.size());
        Chance.normals(key, noise, x.size());
        double[] from = values(x);
        double[] result = values(out);
        for (int i = 0; i < x.size(); i++) {
            result[i] = from[i] + deviation * noise[i];
        }
    }

    @Override
    public void difference(Matrix base, Matrix plus, Matrix minus, Matrix out) {
        double[] start = values(base);
        double[] more = values(plus);
        double[] less = values(minus);
        double[] result = values(out);
        for (int i = 0; i < out.size(); i++) {
            result[i] = start[i] + (more[i] - less[i]);
        }
    }

    @Override
    public void move(Matrix base, double factor, Matrix direction, Matrix out) {
        double[] start = values(base);
        double[] along = values(direction);
        double[] result = values(out);
        for (int i = 0; i < out.size(); i++) {
            result[i] = start[i] + factor * along[i];
        }
    }

    @Override
    public double distanceGradient(
            Nonlinearity s, Matrix value, Matrix target, double factor, Matrix delta, Matrix sums) {
        double[] h = values(value);
        double[] wanted = values(target);
        double[] result = values(delta);
        double distance = 0;
        for (int i = 0; i < delta.size(); i++) {
            double difference = h[i] - wanted[i];
            result[i] = factor * difference * s.slope(h[i]);
            distance += difference * difference;
        }
        sumRows(delta, sums);
        return distance;
    }

    @Override
    public void chain(Nonlinearity s, Matrix credit, Matrix value, Matrix delta, Matrix sums) {
        double[] credits = values(credit);
        double[] h = values(value);
        double[] result = values(delta);
        for (int i = 0; i < delta.size(); i++) {
            result[i] = credits[i] * s.slope(h[i]);
        }
        sumRows(delta, sums);
    }

    private static void sumRows(Matrix delta, Matrix sums) {
        double[] numbers = values(delta);
        double[] columns = values(sums);
        int width = delta.columns();
        Arrays.fill(columns, 0, width, 0);
        for (int from = 0; from < delta.size(); from += width) {
            for (int j = 0; j < width; j++) {
                columns[j] += numbers[from + j];
            }
        }
    }

    @Override
    public void activateOutput(OutputLoss loss, Matrix a, Matrix bias, Matrix out) {
        switch (loss) {
            case SOFTMAX_CROSS_ENTROPY ->
                DoubleOutputs.softmax(values(a), values(bias), a.rows(), a.columns(), values(out));
            case BINOMIAL_CROSS_ENTROPY -> activate(Nonlinearity.SIGMOID, a, bias, out);
            case MEAN_SQUARED_ERROR -> activate(Nonlinearity.LINEAR, a, bias, out);
        }
    }

    @Override
    public double outputGradient(OutputLoss loss, Matrix output, int[] labels, Matrix delta, Matrix sums) {
        double total =
                DoubleOutputs.gradient(loss, values(output), labels, values(delta), output.rows(), output.columns());
        sumRows(delta, sums);
        return total;
    }

    @Override
    public int mistakes(Matrix output, int[] labels) {
        return DoubleOutputs.mistakes(values(output), labels, output.rows(), output.columns());
    }

    @Override
    public double update(
            Optimiser optimiser, double rate, long count, Matrix value, Matrix gradient, List<Matrix> slots) {
        List<double[]> states = slots.stream().map(DoubleKernels::values).toList();
        DoubleOptimiser equation = DoubleOptimiser.of(optimiser, rate, count, states);
        double[] parameters = values(value);
        double[] slopes = values(gradient);
        double squared = 0;
        for (int i = 0; i < value.size(); i++) {
            double change = equation.change(i, slopes[i]);
            parameters[i] += change;
            squared += change * change;
        }
        return squared;
    }

    @Override
    public void average(Matrix average, double decay, Matrix value) {
        double[] averages = values(average);
        double[] samples = values(value);
        for (int i = 0; i < average.size(); i++) {
            DoubleOptimiser.running(averages, i, decay, samples[i]);
        }
    }

    @Override
    public double dot(Matrix a, Matrix b) {
        double[] left = values(a);
        double[] right = values(b);
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static double[] values(Matrix matrix) {
        return ((DoubleMatrix) matrix).values;
    }
}
