package org.somata.examples;

import org.somata.model.layers.Mapping;
import org.somata.model.layers.Memory;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.rules.TargetRule;

/** Difference target propagation that takes only a share of the difference: an example of a rule of one's own. */
public final class DampedDifferenceTargetPropagation extends TargetRule {
    private final double share;

    /** @param share α; 1 is difference target propagation itself */
    public DampedDifferenceTargetPropagation(double targetStep, double share) {
        super(targetStep);
        this.share = share;
    }

    @Override
    public Feedback feedback() {
        return Feedback.LEARNED;
    }

    /** g_i(h_i) needs no target, so it is there when the target comes. */
    @Override
    public void prepare(Mapping feedback, Memory memory) {
        feedback.apply(memory.activation(), memory.reconstruction());
    }

    /** ĥ_{i−1} = h_{i−1} + α (g_i(ĥ_i) − g_i(h_i)). */
    @Override
    public void targetBelow(Mapping feedback, Memory memory, Matrix out) {
        Kernels kernels = feedback.kernels();
        feedback.apply(memory.credit(), out);
        kernels.move(out, -1, memory.reconstruction(), out);
        kernels.move(memory.input(), share, out, out);
    }
}
