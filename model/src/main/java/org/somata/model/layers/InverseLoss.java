package org.somata.model.layers;

import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/**
 * What the feedback mapping is trained on, summed over units and averaged over the batch. Both take the gradient by V_i
 * alone.
 */
public enum InverseLoss {
    /** Eq. 32: ‖g(f(h_{i−1}+ε)) − (h_{i−1}+ε)‖², the output of f held constant. */
    OF_ACTIVATION {
        @Override
        double gradient(HiddenLayer layer, Memory memory, double deviation, long key) {
            Matrix noisy = layer.belowScratch(0, memory.rows());
            Matrix image = layer.ownScratch(0, memory.rows());
            layer.kernels().addNoise(memory.input(), deviation, key, noisy);
            layer.forward().apply(noisy, image);
            return ofReconstruction(layer.feedback(), noisy, image, layer.belowScratch(1, memory.rows()));
        }
    },
    /** Eq. 17: ‖f(g(ĥ_i+ε)) − (ĥ_i+ε)‖², the gradient through f to g. */
    OF_TARGET {
        @Override
        double gradient(HiddenLayer layer, Memory memory, double deviation, long key) {
            Kernels kernels = layer.kernels();
            int examples = memory.rows();
            Matrix noisy = layer.ownScratch(0, examples);
            Matrix rebuilt = layer.belowScratch(0, examples);
            Matrix image = layer.ownScratch(1, examples);
            Matrix slope = layer.belowScratch(1, examples);
            kernels.addNoise(memory.credit(), deviation, key, noisy);
            Mapping feedback = layer.feedback();
            Mapping forward = layer.forward();
            feedback.apply(noisy, rebuilt);
            forward.apply(rebuilt, image);
            double distance = kernels.distanceGradient(
                    forward.nonlinearity(), image, noisy, 2.0 / examples, image, layer.ownSums());
            forward.pullBack(image, slope);
            kernels.chain(feedback.nonlinearity(), slope, rebuilt, slope, feedback.biasGradient());
            feedback.takeGradient(slope, noisy);
            return distance / examples;
        }
    };

    /** Takes the gradient of the loss into the layer's own feedback mapping; returns the loss. */
    abstract double gradient(HiddenLayer layer, Memory memory, double deviation, long key);

    /**
     * Takes the gradient of ‖g({@code image}) − {@code noisy}‖² into g, both held constant; returns the loss.
     *
     * @param room for g of the image: B × n_{i−1}
     */
    static double ofReconstruction(Mapping g, Matrix noisy, Matrix image, Matrix room) {
        int examples = noisy.rows();
        g.apply(image, room);
        double distance =
                g.kernels().distanceGradient(g.nonlinearity(), room, noisy, 2.0 / examples, room, g.biasGradient());
        g.takeGradient(room, image);
        return distance / examples;
    }
}
