package org.somata.model.rules;

import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Memory;
import org.somata.model.numerics.Matrix;

/** Difference target propagation (Lee, Zhang, Biard and Bengio 2015). */
public final class DifferenceTargetPropagation extends TargetRule {
    public DifferenceTargetPropagation(double targetStep) {
        super(targetStep);
    }

    @Override
    public boolean learnsFeedback() {
        return true;
    }

    /** g_i(h_i) needs no target, so it is there when the target comes. */
    @Override
    public void prepare(HiddenLayer layer, Memory memory) {
        layer.feedback().apply(memory.activation(), memory.reconstruction());
    }

    /** Eq. 18: ĥ_{i−1} = h_{i−1} + g_i(ĥ_i) − g_i(h_i). */
    @Override
    public void creditBelow(HiddenLayer layer, Memory memory, Matrix out) {
        layer.feedback().apply(memory.credit(), out);
        layer.kernels().difference(memory.input(), out, memory.reconstruction(), out);
    }
}
