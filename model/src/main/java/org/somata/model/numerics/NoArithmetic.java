package org.somata.model.numerics;

import java.util.List;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.OutputLoss;

/**
 * Kernels that compute nothing, on matrices that hold nothing: what layers say to each other, and when, does not depend
 * on numbers, and layers built on these say it all without them.
 */
public final class NoArithmetic implements Kernels {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public boolean computes() {
        return false;
    }

    @Override
    public Matrix matrix(int rows, int columns) {
        return new Hollow(rows, columns);
    }

    @Override
    public Matrix state(int rows, int columns) {
        return new Hollow(rows, columns);
    }

    @Override
    public void product(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out) {}

    @Override
    public void addProduct(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out) {}

    @Override
    public void activate(Nonlinearity s, Matrix a, Matrix bias, Matrix out) {}

    @Override
    public void addNoise(Matrix x, double deviation, long key, Matrix out) {}

    @Override
    public void difference(Matrix base, Matrix plus, Matrix minus, Matrix out) {}

    @Override
    public void move(Matrix base, double factor, Matrix direction, Matrix out) {}

    @Override
    public double distanceGradient(
            Nonlinearity s, Matrix value, Matrix target, double factor, Matrix delta, Matrix sums) {
        return 0;
    }

    @Override
    public void chain(Nonlinearity s, Matrix credit, Matrix value, Matrix delta, Matrix sums) {}

    @Override
    public void activateOutput(OutputLoss loss, Matrix a, Matrix bias, Matrix out) {}

    @Override
    public double outputGradient(OutputLoss loss, Matrix output, int[] labels, Matrix delta, Matrix sums) {
        return 0;
    }

    @Override
    public int mistakes(Matrix output, int[] labels) {
        return 0;
    }

    @Override
    public double update(
            Optimiser optimiser, double rate, long count, Matrix value, Matrix gradient, List<Matrix> slots) {
        return 0;
    }

    @Override
    public void average(Matrix average, double decay, Matrix value) {}

    @Override
    public double dot(Matrix a, Matrix b) {
        return 0;
    }
}
