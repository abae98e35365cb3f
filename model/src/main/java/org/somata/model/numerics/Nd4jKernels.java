package org.somata.model.numerics;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.OutputLoss;

/**
 * Kernels of ND4J operations only, and so for any backend that ND4J has. A device works on after an operation was handed
 * to it, for each thread in a queue of its own; since the next to read a matrix may be another thread, each kernel waits
 * until its results are there.
 */
final class Nd4jKernels implements Kernels {
    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public Matrix matrix(int rows, int columns) {
        return Nd4jMatrix.zeros(rows, columns);
    }

    @Override
    public Matrix state(int rows, int columns) {
        return matrix(rows, columns);
    }

    @Override
    public void product(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out) {
        INDArray left = transposeA ? array(a).transpose() : array(a);
        INDArray right = transposeB ? array(b).transpose() : array(b);
        left.mmuli(right, array(out));
        settle();
    }

    @Override
    public void addProduct(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out) {
        INDArray left = transposeA ? array(a).transpose() : array(a);
        INDArray right = transposeB ? array(b).transpose() : array(b);
        array(out).addi(left.mmul(right));
        settle();
    }

    @Override
    public void activate(Nonlinearity s, Matrix a, Matrix bias, Matrix out) {
        INDArray result = array(a).addRowVector(array(bias));
        switch (s) {
            case TANH -> Transforms.tanh(result, false);
            case RELU -> Transforms.relu(result, false);
            case SIGMOID -> Transforms.sigmoid(result, false);
            case LINEAR -> {}
        }
        put(result, out);
    }

    @Override
    public void addNoise(Matrix x, double deviation, long key, Matrix out) {
        float[] noise = new float[x.size()];
        Chance.normals(key, noise, noise.length);
        INDArray epsilon =
                Nd4j.createFromArray(noise).reshape(x.rows(), x.columns()).muli(deviation);
        put(epsilon.addi(array(x)), out);
    }

    @Override
    public void difference(Matrix base, Matrix plus, Matrix minus, Matrix out) {
        put(array(plus).sub(array(minus)).addi(array(base)), out);
    }

    @Override
    public void move(Matrix base, double factor, Matrix direction, Matrix out) {
        put(array(direction).mul(factor).addi(array(base)), out);
    }

    @Override
    public double distanceGradient(
            Nonlinearity s, Matrix value, Matrix target, double factor, Matrix delta, Matrix sums) {
        INDArray difference = array(value).sub(array(target));
        double distance = squared(difference);
        put(difference.muli(slope(s, array(value))).muli(factor), delta);
        sumRows(delta, sums);
        return distance;
    }

    @Override
    public void chain(Nonlinearity s, Matrix credit, Matrix value, Matrix delta, Matrix sums) {
        put(array(credit).mul(slope(s, array(value))), delta);
        sumRows(delta, sums);
    }

    private static INDArray slope(Nonlinearity s, INDArray h) {
        return switch (s) {
            case TANH -> h.mul(h).rsubi(1);
            case RELU -> h.gt(0).castTo(h.dataType());
            case SIGMOID -> h.rsub(1).muli(h);
            case LINEAR -> Nd4j.onesLike(h);
        };
    }

    private static void sumRows(Matrix delta, Matrix sums) {
        put(array(delta).sum(true, 0), sums);
    }

    @Override
    public void activateOutput(OutputLoss loss, Matrix a, Matrix bias, Matrix out) {
        switch (loss) {
            case SOFTMAX_CROSS_ENTROPY -> put(Transforms.softmax(array(a).addRowVector(array(bias)), false), out);
            case BINOMIAL_CROSS_ENTROPY -> activate(Nonlinearity.SIGMOID, a, bias, out);
            case MEAN_SQUARED_ERROR -> activate(Nonlinearity.LINEAR, a, bias, out);
        }
    }

    @Override
    public double outputGradient(OutputLoss loss, Matrix output, int[] labels, Matrix delta, Matrix sums) {
        INDArray h = array(output);
        INDArray wanted = Nd4j.zeros(DataType.FLOAT, output.rows(), output.columns());
        for (int row = 0; row < output.rows(); row++) {
            wanted.putScalar(row, labels[row], 1);
        }
        INDArray difference = h.sub(wanted);
        double total = switch (loss) {
            case SOFTMAX_CROSS_ENTROPY -> -likelihood(wanted, h);
            case BINOMIAL_CROSS_ENTROPY -> -likelihood(wanted, h) - likelihood(wanted.rsub(1), h.rsub(1));
            case MEAN_SQUARED_ERROR -> squared(difference);
        };
        double factor = loss == OutputLoss.MEAN_SQUARED_ERROR ? 2 : 1;
        put(difference.muli(factor / output.rows()), delta);
        sumRows(delta, sums);
        return total;
    }

    /** The maximum would turn a NaN into an ordinary probability; h − h keeps it. */
    private static double likelihood(INDArray wanted, INDArray h) {
        return Transforms.log(Transforms.max(h, Float.MIN_NORMAL))
                .addi(h.sub(h))
                .muli(wanted)
                .sumNumber()
                .doubleValue();
    }

    @Override
    public int mistakes(Matrix output, int[] labels) {
        INDArray best = array(output).argMax(1);
        int count = 0;
        for (int row = 0; row < output.rows(); row++) {
            count += best.getInt(row) == labels[row] ? 0 : 1;
        }
        return count;
    }

    @Override
    public double update(
            Optimiser optimiser, double rate, long count, Matrix value, Matrix gradient, List<Matrix> slots) {
        INDArray g = array(gradient);
        INDArray change;
        if (optimiser instanceof Optimiser.CentredRmsprop o) {
            INDArray mean = running(slots.get(1), o.decay(), g);
            INDArray square = running(slots.get(2), o.decay(), g.mul(g));
            // never negative but by rounding; relu keeps a NaN
            INDArray variance = Transforms.abs(square.sub(mean.mul(mean)), false);
            INDArray root = Transforms.sqrt(variance.addi(o.epsilon()), false);
            change = array(slots.get(0)).muli(o.momentum()).subi(g.mul(rate).divi(root));
        } else if (optimiser instanceof Optimiser.Rmsprop o) {
            INDArray square = running(slots.get(0), o.decay(), g.mul(g));
            change = g.mul(-rate).divi(Transforms.sqrt(square, true).addi(o.epsilon()));
        } else if (optimiser instanceof Optimiser.Sgd o) {
            change = array(slots.get(0)).muli(o.momentum()).subi(g.mul(rate));
        } else if (optimiser instanceof Optimiser.Adam o) {
            INDArray mean = running(slots.get(0), o.beta1(), g);
            INDArray square = running(slots.get(1), o.beta2(), g.mul(g));
            INDArray root = Transforms.sqrt(square.mul(1 / (1 - Math.pow(o.beta2(), count))), false);
            change = mean.mul(-rate / (1 - Math.pow(o.beta1(), count))).divi(root.addi(o.epsilon()));
        } else {
            throw new IllegalArgumentException("no kernel for " + optimiser);
        }
        array(value).addi(change);
        settle();
        return squared(change);
    }

    /** slot ← decay · slot + (1 − decay) · sample. */
    private static INDArray running(Matrix slot, double decay, INDArray sample) {
        return array(slot).muli(decay).addi(sample.mul(1 - decay));
    }

    @Override
    public void average(Matrix average, double decay, Matrix value) {
        running(average, decay, array(value));
        settle();
    }

    @Override
    public double dot(Matrix a, Matrix b) {
        // an angle of a hundredth of a degree is 1.5e-8 of its cosine: more than float32 sums resolve
        INDArray left = array(a).castTo(DataType.DOUBLE);
        INDArray right = array(b).castTo(DataType.DOUBLE);
        return left.mul(right).sumNumber().doubleValue();
    }

    private static void put(INDArray result, Matrix out) {
        array(out).assign(result);
        settle();
    }

    /** Waits until all that this thread has asked for is done; on the CPU it is. */
    static void settle() {
        Nd4j.getExecutioner().commit();
    }

    private static double squared(INDArray x) {
        return x.mul(x).sumNumber().doubleValue();
    }

    private static INDArray array(Matrix matrix) {
        return ((Nd4jMatrix) matrix).array;
    }
}
