package org.somata.model;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.somata.model.layers.AutoencoderLayer;
import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Memory;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.learning.Decaying;
import org.somata.model.network.Evaluation;
import org.somata.model.network.Lockstep;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;
import org.somata.model.network.SequentialNetwork;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;

/** A network in the hands of a test: the sequential loop in lockstep, with every layer in reach. */
public final class Taught {
    public final NetworkSpec spec;
    public final Kernels kernels;
    public final List<Layer> layers;
    public final SequentialNetwork loop;
    private long presented;
    private Presentation last;

    Taught(NetworkSpec spec, Kernels kernels) {
        this.spec = spec;
        this.kernels = kernels;
        layers = spec.build(kernels);
        loop = new SequentialNetwork(layers, new Lockstep(spec), spec.batches(), Decaying.ZERO, spec.seed());
    }

    /** The examples once, in the order they have. */
    public Pass pass(Purpose purpose, Examples examples) {
        int[] order = IntStream.range(0, examples.count()).toArray();
        return new Pass(purpose, examples, order, spec.batches().learning(), presented, 1_000_000, 0);
    }

    /** Presents all examples, a minibatch at a time. */
    public Taught present(Purpose purpose, Examples examples) {
        Pass pass = pass(purpose, examples);
        loop.learn(pass, 0, Network.Watcher.NONE);
        presented += pass.presentations();
        last = pass.presentation(pass.presentations() - 1);
        return this;
    }

    public Taught learn(Examples examples, int passes) {
        for (int i = 0; i < passes; i++) {
            present(Purpose.LEARN, examples);
        }
        return this;
    }

    public Evaluation evaluate(Examples examples) {
        return loop.evaluate(examples);
    }

    /** f, g and what belongs to them; layers are numbered from 1. */
    public Layer layer(int place) {
        return layers.get(place - 1);
    }

    public AutoencoderLayer autoencoder() {
        return (AutoencoderLayer) layer(1);
    }

    public HiddenLayer hidden(int place) {
        return (HiddenLayer) layer(place);
    }

    /** M. */
    public int depth() {
        return spec.depth();
    }

    /** What the layer remembers of the latest presentation. */
    public Memory memory(int place) {
        return layer(place).memory(last);
    }

    /** Gives every weight and bias, V and c among them, another value: the old plus U(−range, range). */
    public Taught scatter(long seed, double range) {
        SplittableRandom random = new SplittableRandom(seed);
        layers.forEach(layer -> layer.arrays().forEach((name, array) -> {
            if (!name.contains(".")) {
                double[] values = array.toDoubles();
                for (int i = 0; i < values.length; i++) {
                    values[i] += range * (2 * random.nextDouble() - 1);
                }
                array.write(values);
            }
        }));
        return this;
    }

    /** Takes over all arrays of the same names, and what has been counted, from a network of the same shape. */
    public Taught copy(Taught other) {
        for (int place = 1; place <= depth(); place++) {
            copy(other.layer(place).arrays(), layer(place).arrays());
            copy(other.layer(place).arraysOfLayerAbove(), layer(place).arraysOfLayerAbove());
            layer(place).restore(other.layer(place).versions());
        }
        presented = other.presented;
        return this;
    }

    private static void copy(Map<String, Matrix> from, Map<String, Matrix> to) {
        to.forEach((name, array) -> {
            if (from.containsKey(name)) {
                array.copyFrom(from.get(name));
            }
        });
    }
}
