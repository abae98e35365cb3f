package org.somata.model.layers;

import java.util.Map;
import java.util.Optional;
import org.somata.model.learning.Coping;
import org.somata.model.learning.Moment;
import org.somata.model.learning.Optimiser;
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
    private final Optional<Gathering> gathering;
    private long version;
    private long staleness;

    /**
     * @param averageDecay of the running average of the weights that evaluation uses; 0 for none
     * @param key the draw of the initial weights; biases begin at 0
     */
    Mapping(Kernels kernels, MappingSpec spec, String weightName, String biasName, double averageDecay, long key) {
        this.kernels = kernels;
        this.spec = spec;
        this.averageDecay = averageDecay;
        int gradients = spec.coping().accumulate();
        // where there are no numbers, each gradient might as well be an update
        this.gathering = gradients > 1 && kernels.computes()
                ? Optional.of(new Gathering(kernels, weightName, gradients))
                : Optional.empty();
        Parameter.Kept kept = new Parameter.Kept(spec.optimiser(), gathering.isPresent(), averageDecay > 0);
        this.weights = Parameter.weights(kernels, weightName, spec.outputs(), spec.inputs(), kept);
        this.bias = Parameter.bias(kernels, biasName, spec.outputs(), kept);
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

    /**
     * Counts the gradient taken among those that make the next update.
     *
     * @param staleness versions since the activation left that it is the gradient of
     * @return whether the update is due: always, unless {@link Coping#accumulate} asks for several gradients
     */
    boolean gather(long staleness) {
        if (gathering.isEmpty()) {
            this.staleness = staleness;
            return true;
        }
        Gathering several = gathering.get();
        int number = several.add(staleness);
        weights.gather(number);
        bias.gather(number);
        this.staleness = several.staleness();
        return several.isComplete();
    }

    /** Of the latest update, or of the one that is due: that of the stalest gradient in it. */
    long staleness() {
        return staleness;
    }

    /**
     * One update along the gradient, or the mean of those gathered, as {@link #gather} has found it due; returns the norm
     * of the change of W and b together.
     */
    double descend(Moment moment) {
        version++;
        Coping coping = spec.coping();
        double rate = spec.rate().at(moment) * coping.rateScaling().factor(staleness);
        Optimiser optimiser = coping.correct(spec.optimiser(), staleness);
        double change = weights.update(optimiser, rate, version, averageDecay);
        double changeOfBias = bias.update(optimiser, rate, version, averageDecay);
        gathering.ifPresent(Gathering::clear);
        return Math.sqrt(change + changeOfBias);
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

    /** Gradients so far that it learned from or gathered: what tells the draws of noise apart that they are taken with. */
    long gradients() {
        return version * spec.coping().accumulate()
                + gathering.map(Gathering::count).orElse(0);
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
        gathering.ifPresent(several -> several.collect(arrays));
    }
}
