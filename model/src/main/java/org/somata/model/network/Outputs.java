package org.somata.model.network;

import java.util.ArrayList;
import java.util.List;
import org.somata.model.Examples;
import org.somata.model.layers.Batches;
import org.somata.model.layers.Layer;
import org.somata.model.layers.OutputLayer;
import org.somata.model.learning.Decaying;

/**
 * What the output layer says of each example, as in {@link Network#evaluate}: noise off, with the averaged weights where
 * there are any, over the links of evaluation, averaged over the draws of their bits. It is an evaluation, and counts as
 * one.
 */
public final class Outputs {
    private final List<Layer> layers = new ArrayList<>();
    private final SequentialNetwork loop;

    /**
     * @param network at rest, and until the last example has been heard of
     * @param schedule the network's own
     * @param batches that it was built for
     */
    public Outputs(Network network, Schedule schedule, Batches batches) {
        network.visit(layers::add);
        this.loop = new SequentialNetwork(layers, schedule, batches, Decaying.ZERO, 0);
    }

    /** Whoever wants to know. */
    public interface Listener {
        /** The outputs for the example at {@code index}, a number a class; the array is used again for the next. */
        void heard(int index, float[] outputs);
    }

    /** Tells the listener of each example in its turn. */
    public void of(Examples examples, Listener listener) {
        OutputLayer top = (OutputLayer) layers.get(layers.size() - 1);
        float[] outputs = new float[top.forward().outputs()];
        int[] index = new int[1];
        loop.evaluate(examples, judged -> {
            float[] rows = top.judged(judged.presentation()).toFloats();
            for (int row = 0; row < rows.length; row += outputs.length) {
                System.arraycopy(rows, row, outputs, 0, outputs.length);
                listener.heard(index[0]++, outputs);
            }
        });
    }
}
