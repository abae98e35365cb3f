package org.somata.model.rules;

import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Memory;
import org.somata.model.numerics.Matrix;

/** Vanilla target propagation (Bengio 2014). */
public final class TargetPropagation extends TargetRule {
    public TargetPropagation(double targetStep) {
        super(targetStep);
    }

    @Override
    public boolean learnsFeedback() {
        return true;
    }

    /** Eq. 12: ĥ_{i−1} = g_i(ĥ_i). */
    @Override
    public void creditBelow(HiddenLayer layer, Memory memory, Matrix out) {
        layer.feedback().apply(memory.credit(), out);
    }
}
