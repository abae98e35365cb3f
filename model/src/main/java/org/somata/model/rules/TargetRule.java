package org.somata.model.rules;

import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Memory;
import org.somata.model.layers.OutputLayer;
import org.somata.model.layers.Rule;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;

/** What the rules share whose credit is a target: the first target, and the target loss of each layer. */
public abstract class TargetRule implements Rule {
    private final double targetStep;

    /** @param targetStep η0 of Eq. 20, for a loss averaged over the batch */
    protected TargetRule(double targetStep) {
        this.targetStep = targetStep;
    }

    @Override
    public final MessageKind credit() {
        return MessageKind.TARGET;
    }

    /** Eq. 20: ĥ_{M−1} = h_{M−1} − η0 ∂L/∂h_{M−1}. */
    @Override
    public final void firstCredit(OutputLayer layer, Memory memory, Matrix delta, Matrix out) {
        Matrix gradient = layer.belowScratch(0, memory.rows());
        layer.forward().pullBack(delta, gradient);
        layer.kernels().move(memory.input(), -targetStep, gradient, out);
    }

    /** A target is h_{i−1} and a step from there: Eqs. 9, 18 and 20; so Eq. 35 where bits were drawn of h^p. */
    @Override
    public boolean movesWhatWasHeard(boolean first) {
        return true;
    }

    /** Eqs. 5 and 6: L_i = ‖ĥ_i − h_i‖², averaged over the batch, ĥ_i held constant. */
    @Override
    public final double lossGradient(HiddenLayer layer, Memory memory, Matrix delta, Matrix sums) {
        int examples = memory.rows();
        return layer.kernels()
                        .distanceGradient(
                                layer.forward().nonlinearity(),
                                memory.activation(),
                                memory.credit(),
                                2.0 / examples,
                                delta,
                                sums)
                / examples;
    }
}
