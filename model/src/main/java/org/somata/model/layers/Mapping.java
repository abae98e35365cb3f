package org.somata.model.layers;

import java.util.Map;
import org.somata.model.learning.Moment;
import org.somata.model.numerics.InitialWeights;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;

/**
 * s(W x + b): the forward mapping f_i with W_i (n_i × n_{i−1}) and b_i, or the feedback mapping g_i with V_i (n_{i−1} ×
 * n_i) and c_i. Signals have an example a row, so x is B × inputs.
 */
public final class Mapping {
    private final Kernels kernels;
    private final MappingSpec spec;
    private final Parameter weights;
    private final Parameter bias;
    private final double averageDecay;
    private long version;

    /**
     * @param averageDecay of the running average of the weights that evaluation uses; 0 for none
     * @param key the draw of the initial weights; biases begin at 0
     */
    Mapping(Kernels kernels, MappingSpec spec, String weightName, String biasName, double averageDecay, long key) {
        this.kernels = kernels;
        this.spec = spec;
        this.averageDecay = averageDecay;
        boolean averaged = averageDecay > 0;
        this.weights =
                Parameter.weights(kernels, weightName, spec.outputs(), spec.inputs(), spec.optimiser(), averaged);
        this.bias = Parameter.bias(kernels, biasName, spec.outputs(), spec.optimiser(), averaged);
        InitialWeights.draw(spec.initialisation(), key, weights.value());
        beginAverage();
    }

    /** Eq. 1 (and Eq. 15 for g): out = s(x Wᵀ + b). */
    public void apply(Matrix x, Matrix out) {
        kernels.product(x, false, weights.value(), true, out);
        kernels.activate(spec.nonlinearity(), out, bias.value(), out);
    }

    /** As {@link #apply}, with the averaged weights where there are any. */
    public void applyAveraged(Matrix x, Matrix out) {
        kernels.product(x, false, weights.average(), true, out);
        kernels.activate(spec.nonlinearity(), out, bias.average(), out);
    }

    /** out = delta W: what a gradient by the preactivations (B × outputs) is by the inputs (B × inputs). */
    public void pullBack(Matrix delta, Matrix out) {
        kernels.product(delta, false, weights.value(), false, out);
    }

    /** The gradient of a loss from its gradient by the preactivations: ∂L/∂W = deltaᵀ x; ∂L/∂b is in {@link #biasGradient}. */
    public void takeGradient(Matrix delta, Matrix x) {
        kernels.product(delta, true, x, false, weights.gradient());
    }

    /** Adds to a gradient of W taken before: ∂L/∂W + deltaᵀ x. */
    public void addGradient(Matrix delta, Matrix x) {
        kernels.addProduct(delta, true, x, false, weights.gradient());
    }

    /** One update along the gradient taken; returns the norm of the change of W and b together. */
    double descend(Moment moment) {
        version++;
        double rate = spec.rate().at(moment);
        double change = weights.update(rate, version, averageDecay);
        return Math.sqrt(change + bias.update(rate, version, averageDecay));
    }

    /** What it computes with. */
    public Kernels kernels() {
        return kernels;
    }

    public Nonlinearity nonlinearity() {
        return spec.nonlinearity();
    }

    public int inputs() {
        return spec.inputs();
    }

    public int outputs() {
        return spec.outputs();
    }

    /** Outputs × inputs; the mapping's own array. */
    public Matrix weights() {
        return weights.value();
    }

    /** 1 × outputs; the mapping's own array. */
    public Matrix bias() {
        return bias.value();
    }

    /** The running average of the weights, which evaluation uses; the weights themselves where none is kept. */
    public Matrix averagedWeights() {
        return weights.average();
    }

    /** The same of the bias. */
    public Matrix averagedBias() {
        return bias.average();
    }

    /** Where the gradient of W is after {@link #takeGradient}: outputs × inputs. */
    public Matrix weightGradient() {
        return weights.gradient();
    }

    /** Where the gradient of b belongs, for the kernels to write: 1 × outputs. */
    public Matrix biasGradient() {
        return bias.gradient();
    }

    /** Updates so far. */
    public long version() {
        return version;
    }

    void version(long updates) {
        version = updates;
    }

    void beginAverage() {
        weights.beginAverage();
        bias.beginAverage();
    }

    void collect(Map<String, Matrix> arrays) {
        weights.collect(arrays);
        bias.collect(arrays);
    }
}
