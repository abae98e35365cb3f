package org.somata.model.rules;

import org.somata.model.layers.AutoencoderLayer;
import org.somata.model.layers.AutoencoderRule;
import org.somata.model.layers.Memory;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/**
 * The auto-encoder without backpropagation (section 3.4 of Lee et al. 2015): f has a target of its own, and no gradient
 * crosses from g to it.
 */
public final class LocalAutoencoding implements AutoencoderRule {
    /** Eq. 40: ĥ = h + f(x) − f(z) = 2h − f(z); then L_f = ‖f(x+ε′) − ĥ‖² by W and b, ĥ held constant. */
    @Override
    public double codeGradient(AutoencoderLayer layer, Memory memory, Matrix noisyInput, Matrix rebuiltDelta) {
        int examples = memory.presentation().examples();
        Kernels kernels = layer.kernels();
        Matrix target = layer.ownScratch(1, examples);
        layer.forward().apply(memory.reconstruction(), target);
        kernels.difference(memory.activation(), memory.activation(), target, target);
        Matrix code = layer.ownScratch(0, examples);
        layer.forward().apply(noisyInput, code);
        double distance = kernels.distanceGradient(
                layer.forward().nonlinearity(),
                code,
                target,
                2.0 / examples,
                code,
                layer.forward().biasGradient());
        layer.forward().addGradient(code, noisyInput);
        return distance / examples;
    }
}
