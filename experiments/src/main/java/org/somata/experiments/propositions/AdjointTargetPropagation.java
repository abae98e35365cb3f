package org.somata.experiments.propositions;

import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Memory;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.TargetRule;

/**
 * Difference target propagation (Eq. 18) through a g_i whose Jacobian at h_i is the transpose of f_i's at h_{i−1}: for h_i =
 * tanh(W_i h_{i−1}) it is g_i(u) = V_i (u − u³/3) with V_i = W_iᵀ, since tanh′ = 1 − h². Away from h_i it bends, so that only small
 * targets carry what a gradient would.
 */
final class AdjointTargetPropagation extends TargetRule {
    AdjointTargetPropagation(double targetStep) {
        super(targetStep);
    }

    @Override
    public Feedback feedback() {
        return Feedback.LEARNED;
    }

    @Override
    public void creditBelow(HiddenLayer layer, Memory memory, Matrix out) {
        if (layer.forward().nonlinearity() != Nonlinearity.TANH) {
            throw new IllegalArgumentException(
                    "g is known for tanh alone, not for " + layer.forward().nonlinearity());
        }
        double[] target = memory.credit().toDoubles();
        double[] activation = memory.activation().toDoubles();
        for (int i = 0; i < target.length; i++) {
            target[i] = bent(target[i]) - bent(activation[i]);
        }
        Matrix difference = layer.ownScratch(0, memory.rows());
        difference.write(target);
        layer.feedback().apply(difference, out);
        layer.kernels().move(memory.input(), 1, out, out);
    }

    private static double bent(double u) {
        return u - u * u * u / 3;
    }
}
