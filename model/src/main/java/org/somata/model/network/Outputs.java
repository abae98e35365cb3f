package org.somata.model.network;

import java.util.ArrayList;
import java.util.List;
import org.somata.model.Examples;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Mapping;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/**
 * What the output layer says of each example: h_M of the layers' forward mappings, noise off and with the averaged
 * weights where there are any, as in {@link Network#evaluate}. No layer handles a message for it.
 */
public final class Outputs {
    private final List<Layer> layers = new ArrayList<>();
    private final List<Matrix> activations = new ArrayList<>();
    private final OutputLoss loss;
    private final int batch;
    private final Feed feed;

    /**
     * @param network at rest, and until the last example has been heard of
     * @param batch examples at a time; that of evaluation gives its very numbers
     */
    public Outputs(Network network, OutputLoss loss, int batch) {
        network.visit(layers::add);
        this.loss = loss;
        this.batch = batch;
        Kernels kernels = layers.get(0).kernels();
        for (Layer layer : layers) {
            activations.add(kernels.matrix(batch, layer.forward().outputs()));
        }
        this.feed = new Feed(kernels, layers.get(0).forward().inputs(), batch, Decaying.ZERO, 0);
    }

    /** Whoever wants to know. */
    public interface Listener {
        /** The outputs for the example at {@code index}, a number a class; the array is used again for the next. */
        void heard(int index, float[] outputs);
    }

    /** Tells the listener of each example in its turn. */
    public void of(Examples examples, Listener listener) {
        Pass pass = Pass.evaluation(examples, batch);
        float[] outputs = new float[layers.get(layers.size() - 1).forward().outputs()];
        for (int index = 0; index < pass.presentations(); index++) {
            float[] rows = output(feed.input(pass, index).values()).toFloats();
            for (int row = 0; row < rows.length / outputs.length; row++) {
                System.arraycopy(rows, row * outputs.length, outputs, 0, outputs.length);
                listener.heard(index * batch + row, outputs);
            }
        }
    }

    private Matrix output(Matrix input) {
        Matrix below = input;
        for (int i = 0; i < layers.size(); i++) {
            Matrix room = activations.get(i);
            Matrix out = input.rows() == batch ? room : room.firstRows(input.rows());
            Mapping mapping = layers.get(i).forward();
            if (i < layers.size() - 1) {
                mapping.applyAveraged(below, out);
            } else {
                Kernels kernels = layers.get(i).kernels();
                kernels.product(below, false, mapping.averagedWeights(), true, out);
                kernels.activateOutput(loss, out, mapping.averagedBias(), out);
            }
            below = out;
        }
        return below;
    }
}
