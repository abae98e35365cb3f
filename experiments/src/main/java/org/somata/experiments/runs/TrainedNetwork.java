package org.somata.experiments.runs;

import java.nio.file.Path;
import java.util.Map;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.data.DataException;
import org.somata.experiments.data.Dataset;
import org.somata.experiments.data.Split;
import org.somata.model.Examples;
import org.somata.model.network.Evaluation;
import org.somata.model.network.Network;
import org.somata.model.network.Outputs;

/** A network as a checkpoint has it, to be evaluated as its run does: the same kernels, weights and minibatches. */
public final class TrainedNetwork implements AutoCloseable {
    private final ExperimentConfig config;
    private final Map<String, String> data;
    private final Checkpoint checkpoint;
    private final Assembly assembly;
    private final Network network;
    private final int features;
    private final int classes;

    private TrainedNetwork(ChosenCheckpoint chosen, Engine engine) {
        RunFiles files = new RunFiles(chosen.run());
        config = files.resolvedConfig();
        data = files.manifest().data();
        engine.start(config);
        checkpoint = Checkpoint.read(chosen.folder());
        features = dimension(chosen.folder(), 1, 1);
        classes = classifies()
                ? dimension(chosen.folder(), config.network().hidden().size() + 1, 0)
                : 0;
        assembly = Assembly.of(config, features, classes);
        network = assembly.network(engine);
    }

    /**
     * Loads a checkpoint, every file of it checked against its SHA-256.
     *
     * @throws DataException if it is damaged, or of another network than the run's
     */
    public static TrainedNetwork load(ChosenCheckpoint chosen, Engine engine) {
        TrainedNetwork trained = new TrainedNetwork(chosen, engine);
        try {
            trained.checkpoint.restore(chosen.folder(), trained.network);
            return trained;
        } catch (RuntimeException failure) {
            trained.close();
            throw failure;
        }
    }

    /** What the run's data had, whether they are there or not, the arrays know. */
    private static int dimension(Path folder, int place, int index) {
        Path file = folder.resolve(Checkpoint.path(place, "W"));
        Npy.Content weights = Npy.read(file);
        if (weights.shape().length != 2) {
            throw new DataException(file + ": has shape " + weights.shapeText() + ", but W has two dimensions");
        }
        return weights.shape()[index];
    }

    public ExperimentConfig config() {
        return config;
    }

    /** SHA-256 of the files that the run was taught from. */
    public Map<String, String> data() {
        return data;
    }

    /** Whole epochs that it was taught for. */
    public int epoch() {
        return checkpoint.position().epoch();
    }

    /** Presentations that it was taught. */
    public long step() {
        return checkpoint.position().step();
    }

    /** Numbers in an input. */
    public int features() {
        return features;
    }

    /** Whether it tells classes apart; an auto-encoder rebuilds its inputs instead. */
    public boolean classifies() {
        return !config.network().rebuildsInputs();
    }

    /** 0 if it tells none apart. */
    public int classes() {
        return classes;
    }

    /** What the run trains on, chooses by and is tested on. */
    public Split split(Dataset dataset) {
        return Runs.split(config, dataset);
    }

    public Evaluation evaluate(Examples examples) {
        return network.evaluate(examples);
    }

    /** Tells what the output layer says of each example. */
    public void outputs(Examples examples, Outputs.Listener listener) {
        assembly.outputs(network).of(examples, listener);
    }

    @Override
    public void close() {
        network.close();
    }
}
