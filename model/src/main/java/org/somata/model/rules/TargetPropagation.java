package org.somata.model.rules;

import org.somata.model.layers.Mapping;
import org.somata.model.layers.Memory;
import org.somata.model.numerics.Matrix;

/** Vanilla target propagation (Bengio 2014). */
public final class TargetPropagation extends TargetRule {
    public TargetPropagation(double targetStep) {
        super(targetStep);
    }

    @Override
    public Feedback feedback() {
        return Feedback.LEARNED;
    }

    /** Eq. 12: ĥ_{i−1} = g_i(ĥ_i). */
    @Override
    public void targetBelow(Mapping feedback, Memory memory, Matrix out) {
        feedback.apply(memory.credit(), out);
    }

    /** g_i(ĥ_i) is no movement of anything: but for the first, targets stand for themselves. */
    @Override
    public boolean movesWhatWasHeard(boolean first) {
        return first;
    }
}
