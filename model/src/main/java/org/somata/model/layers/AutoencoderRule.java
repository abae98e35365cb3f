package org.somata.model.layers;

import org.somata.model.numerics.Matrix;

/**
 * How an auto-encoder learns to have codes that are good to rebuild the input from, and that hardly change with it: the
 * second term of Eq. 39, and what of the first reaches f. That g learns from the first is the same for every rule.
 */
public interface AutoencoderRule {
    /**
     * Adds to the gradient of W, and takes that of b.
     *
     * @param memory has x, h = f(x) and z = g(h+ε)
     * @param noisyInput x + ε′: B × n_0
     * @param rebuiltDelta ∂L_g/∂(preactivations of z), L_g = ‖z − x‖² averaged over the batch: B × n_0
     * @return the loss on f(x+ε′), summed over units and averaged over the batch
     */
    double codeGradient(AutoencoderLayer layer, Memory memory, Matrix noisyInput, Matrix rebuiltDelta);
}
