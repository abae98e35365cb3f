package org.somata.model.rules;

import org.somata.model.layers.AutoencoderLayer;
import org.somata.model.layers.AutoencoderRule;
import org.somata.model.layers.Mapping;
import org.somata.model.layers.Memory;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/** The baseline of the auto-encoder: backpropagation on the whole of Eq. 39, L = ‖z − x‖² + ‖f(x+ε′) − h‖². */
public final class BackpropagatedAutoencoding implements AutoencoderRule {
    /**
     * With u = f(x+ε′): W and b learn from δu = 2 (u − h) ∘ s′(u), and through h, of which both terms are functions, from
     * δh = (δz Wᵀ − 2 (u − h)) ∘ s′(h).
     */
    @Override
    public double codeGradient(AutoencoderLayer layer, Memory memory, Matrix noisyInput, Matrix rebuiltDelta) {
        int examples = memory.presentation().examples();
        double factor = 2.0 / examples;
        Kernels kernels = layer.kernels();
        Mapping forward = layer.forward();
        Matrix code = layer.ownScratch(0, examples);
        forward.apply(noisyInput, code);

        Matrix credit = layer.ownScratch(1, examples);
        layer.feedback().pullBack(rebuiltDelta, credit);
        kernels.move(credit, -factor, code, credit);
        kernels.move(credit, factor, memory.activation(), credit);
        kernels.chain(forward.nonlinearity(), credit, memory.activation(), credit, layer.ownSums());
        forward.addGradient(credit, memory.input());

        double distance = kernels.distanceGradient(
                forward.nonlinearity(), code, memory.activation(), factor, code, forward.biasGradient());
        forward.addGradient(code, noisyInput);
        kernels.move(forward.biasGradient(), 1, layer.ownSums(), forward.biasGradient());
        return distance / examples;
    }
}
