package org.somata.experiments.propositions;

import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Memory;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.TargetRule;

/**
 * Vanilla target propagation (Eq. 12) whose feedback mappings undo the nonlinearity first: ĥ_{i−1} = V_i s_i⁻¹(ĥ_i), with
 * V_i = W_i⁻¹ the perfect inverse of s_i(W_i h_{i−1}). The feedback mappings themselves are linear and without bias.
 */
final class InverseTargetPropagation extends TargetRule {
    InverseTargetPropagation(double targetStep) {
        super(targetStep);
    }

    @Override
    public Feedback feedback() {
        return Feedback.LEARNED;
    }

    @Override
    public void creditBelow(HiddenLayer layer, Memory memory, Matrix out) {
        Nonlinearity s = layer.forward().nonlinearity();
        double[] target = memory.credit().toDoubles();
        for (int i = 0; i < target.length; i++) {
            target[i] = inverse(s, target[i]);
        }
        Matrix undone = layer.ownScratch(0, memory.rows());
        undone.write(target);
        layer.feedback().apply(undone, out);
    }

    private static double inverse(Nonlinearity s, double h) {
        return switch (s) {
            case LINEAR -> h;
            case TANH -> (Math.log1p(h) - Math.log1p(-h)) / 2;
            case SIGMOID -> Math.log(h) - Math.log1p(-h);
            case RELU -> throw new IllegalArgumentException("what is below 0 is lost in " + s + "; it has no inverse");
        };
    }
}
