package org.somata.experiments.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.data.Order;
import org.somata.model.Examples;
import org.somata.model.layers.Layer;
import org.somata.model.layers.OutputLayer;
import org.somata.model.network.Diagnostics;
import org.somata.model.network.DivergedException;
import org.somata.model.network.Evaluation;
import org.somata.model.network.LayerFailedException;
import org.somata.model.network.Network;
import org.somata.model.network.Outputs;
import org.somata.model.network.Pass;
import org.somata.model.network.StalledException;
import org.somata.model.signals.Presentation.Purpose;

/**
 * A network in the hands of a program. Its numbers are those of a run whose configuration has the same values, byte for
 * byte. It does one thing at a time, for one thread; close it when done.
 */
public final class LearningNetwork implements AutoCloseable {
    private final Assembly assembly;
    private final Network network;
    private final Lessons lessons;
    private Examples examined;
    private Diagnostics diagnostics;
    private int epochs;
    private long steps;

    /** What examples it takes, and how they are presented. */
    record Lessons(int inputs, int classes, long seed, int batch, boolean shuffle) {}

    LearningNetwork(Assembly assembly, Network network, Lessons lessons) {
        this.assembly = assembly;
        this.network = network;
        this.lessons = lessons;
    }

    /** Begins the description of a network for inputs of {@code inputs} numbers, and as many outputs as classes. */
    public static NetworkBuilder of(int inputs, int classes) {
        return new NetworkBuilder(inputs, classes);
    }

    /** As {@link #train(Examples, int, Consumer)}, with nobody told of the epochs. */
    public void train(Examples examples, int more) {
        train(examples, more, epoch -> {});
    }

    /**
     * Trains for {@code more} epochs, each in an order of its own by the seed. What was learned, the count of epochs and
     * the averages of the optimisers go on from earlier calls: two of one epoch are one of two, unless a value falls
     * linearly, which it does up to the end of the call.
     *
     * @param listener is told of each epoch as it ends, by this thread; it may evaluate and look at the layers
     * @throws DivergedException if a loss or an update is no longer finite
     * @throws LayerFailedException if a layer fails, which ends the network
     * @throws StalledException if the network waits for what cannot come, which ends it
     */
    public void train(Examples examples, int more, Consumer<Epoch> listener) {
        require(examples);
        if (more < 0) {
            throw new IllegalArgumentException("training for " + more + " epochs; give 0 or more");
        }
        int batch = lessons.batch();
        int count = examples.count();
        long stepsOfEpoch = (count - 1) / batch + 1;
        long end = steps + more * stepsOfEpoch;
        for (int i = 0; i < more; i++) {
            int[] order = Order.of(lessons.shuffle(), lessons.seed(), epochs + 1, count);
            Pass pass = new Pass(Purpose.LEARN, examples, order, batch, steps, end, epochs);
            network.learn(pass, 0, Network.Watcher.NONE);
            steps += stepsOfEpoch;
            epochs++;
            listener.accept(new Epoch(epochs, costOfEpoch()));
        }
    }

    private double costOfEpoch() {
        double[] cost = new double[1];
        network.visit(layer -> {
            cost[0] = layer.tally().mean(OutputLayer.TRAINING_COST);
            layer.tally().clear();
        });
        network.input().clear();
        return cost[0];
    }

    /** What the network makes of examples, noise off: the mean of the output loss, and the error in percent. */
    public Evaluation evaluate(Examples examples) {
        require(examples);
        return network.evaluate(examples);
    }

    /** Tells the listener the output for each example, such as its classes' probabilities. */
    public void outputs(Examples examples, Outputs.Listener listener) {
        require(examples);
        assembly.outputs(network).of(examples, listener);
    }

    /**
     * Looks at every layer on some examples, changing nothing: what a run writes to {@code layers.csv}, such as how often
     * the paper's conditions on targets hold. To look again at the same examples takes no new copies of the layers.
     */
    public List<Diagnostics.OfLayer> examine(Examples probe) {
        require(probe);
        if (examined != probe) {
            examined = probe;
            diagnostics = new Diagnostics(assembly.spec(), assembly.kernels(), probe);
        }
        return diagnostics.of(network);
    }

    private void require(Examples examples) {
        if (examples.count() == 0) {
            throw new IllegalArgumentException("no examples; give at least one");
        }
        if (examples.features() != lessons.inputs() || examples.classes() > lessons.classes()) {
            throw new IllegalArgumentException("examples of " + examples.features() + " numbers and "
                    + examples.classes() + " classes for a network of " + lessons.inputs() + " inputs and "
                    + lessons.classes() + " classes; build it with LearningNetwork.of(" + examples.features() + ", "
                    + examples.classes()
                    + ")");
        }
    }

    /** M, the number of layers, the output layer included. */
    public int depth() {
        return assembly.depth();
    }

    /** Shows each layer to the visitor, from 1 to M. It may read and write {@link Layer#arrays}, then and there. */
    public void visit(Consumer<Layer> visitor) {
        network.visit(visitor);
    }

    /**
     * A copy of an array of a layer, wherever it lives, row by row.
     *
     * @param place of the layer, from 1
     * @param name as in a checkpoint: {@code W} n_i × n_{i−1}, {@code b}, {@code V} n_{i−1} × n_i, {@code c}, {@code D} n_i × n_M, and those
     *     of the optimisers such as {@code W.mean}
     */
    public float[] array(int place, String name) {
        if (place < 1 || place > depth()) {
            throw new IllegalArgumentException("no layer " + place + "; they are 1 to " + depth());
        }
        Map<String, float[]> arrays = new LinkedHashMap<>();
        visit(layer -> {
            if (layer.place() == place) {
                layer.arrays().forEach((its, matrix) -> arrays.put(its, matrix.toFloats()));
            } else if (layer.place() == place - 1) {
                layer.arraysOfLayerAbove().forEach((its, matrix) -> arrays.put(its, matrix.toFloats()));
            }
        });
        if (!arrays.containsKey(name)) {
            throw new IllegalArgumentException(
                    "layer " + place + " has no array '" + name + "'; it has " + arrays.keySet());
        }
        return arrays.get(name);
    }

    /** Ends the network's actors. */
    @Override
    public void close() {
        network.close();
    }
}
