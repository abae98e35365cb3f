package org.somata.model.layers;

import java.util.Map;
import org.somata.model.learning.Moment;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;

/**
 * g of an auto-encoder (Eq. 38): s(Wᵀ h + c), the feedback mapping whose V is the transpose of the forward mapping's W.
 * It has no weights of its own, only the bias c (n_0); it reads W (n × n_0) and adds to W's gradient, and W itself is
 * changed by the forward mapping alone.
 */
public final class TiedMapping {
    private final Kernels kernels;
    private final MappingSpec spec;
    private final Mapping forward;
    private final Parameter bias;
    private final double averageDecay;

    TiedMapping(Kernels kernels, MappingSpec spec, Mapping forward, double averageDecay) {
        if (spec.inputs() != forward.outputs() || spec.outputs() != forward.inputs()) {
            throw new IllegalArgumentException("weights from " + forward.inputs() + " to " + forward.outputs()
                    + " numbers cannot be tied to a mapping from " + spec.inputs() + " to " + spec.outputs());
        }
        this.kernels = kernels;
        this.spec = spec;
        this.forward = forward;
        this.averageDecay = averageDecay;
        this.bias = Parameter.bias(
                kernels, "c", spec.outputs(), new Parameter.Kept(spec.optimiser(), false, averageDecay > 0));
        beginAverage();
    }

    /** out = s(h W + c): B × n_0 of B × n. */
    public void apply(Matrix h, Matrix out) {
        forward.pullBack(h, out);
        kernels.activate(spec.nonlinearity(), out, bias.value(), out);
    }

    /** As {@link #apply}, with the averaged weights where there are any. */
    public void applyAveraged(Matrix h, Matrix out) {
        kernels.product(h, false, forward.averagedWeights(), false, out);
        kernels.activate(spec.nonlinearity(), out, bias.average(), out);
    }

    /** out = delta Wᵀ: what a gradient by the preactivations (B × n_0) is by h (B × n). */
    public void pullBack(Matrix delta, Matrix out) {
        kernels.product(delta, false, forward.weights(), true, out);
    }

    /** Begins the gradient of W from that by the preactivations: ∂L/∂W = hᵀ delta; ∂L/∂c is in {@link #biasGradient}. */
    void takeGradient(Matrix delta, Matrix h) {
        kernels.product(h, true, delta, false, forward.weightGradient());
    }

    /** One update of c; the forward mapping, whose update it goes with, is to have had its own. */
    double descend(Moment moment) {
        return Math.sqrt(bias.update(spec.optimiser(), spec.rate().at(moment), forward.version(), averageDecay));
    }

    public Nonlinearity nonlinearity() {
        return spec.nonlinearity();
    }

    /** c, 1 × n_0; the mapping's own array. */
    public Matrix bias() {
        return bias.value();
    }

    /** Where the gradient of c belongs, for the kernels to write: 1 × n_0. */
    public Matrix biasGradient() {
        return bias.gradient();
    }

    void beginAverage() {
        bias.beginAverage();
    }

    void collect(Map<String, Matrix> arrays) {
        bias.collect(arrays);
    }
}
