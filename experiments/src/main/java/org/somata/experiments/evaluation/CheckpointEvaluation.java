package org.somata.experiments.evaluation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.data.DataException;
import org.somata.experiments.data.Dataset;
import org.somata.experiments.data.Datasets;
import org.somata.experiments.runs.ChosenCheckpoint;
import org.somata.experiments.runs.TrainedNetwork;

/**
 * Evaluates a checkpoint's network.
 *
 * @param folder of a checkpoint, or of a run
 * @param data a dataset's name or directory, of which the whole training and test sets are taken; the run's own split
 *     where there is none
 * @param predictions where to write a row for each example of one set
 */
public record CheckpointEvaluation(Path folder, Optional<String> data, Optional<Predictions> predictions) {
    /**
     * @param set train, valid or test
     * @param overwrite whether the file may be there already
     */
    public record Predictions(Path file, String set, boolean overwrite) {}

    /**
     * @param log hears of what takes time, and of what was passed over
     * @throws EvaluationException for data that the network has no inputs or outputs for, or a file that is there
     * @throws DataException for a damaged checkpoint, or data that are damaged or no longer those of the run
     */
    public Evaluated by(Engine engine, Consumer<String> log) {
        // before anything that may take minutes
        predictions.ifPresent(asked -> new PredictionFile(asked.file).requireWritable(asked.overwrite));
        ChosenCheckpoint chosen = ChosenCheckpoint.of(folder, log);
        try (TrainedNetwork network = TrainedNetwork.load(chosen, engine)) {
            if (predictions.isPresent() && !network.classifies()) {
                throw new EvaluationException(
                        chosen.run() + ": is an auto-encoder, which rebuilds its inputs and predicts"
                                + " no classes; leave --predictions away");
            }
            String name = data.orElse(network.config().data().set());
            List<ExampleSet> sets = sets(network, Datasets.load(name, log), chosen, log);
            predictions.ifPresent(asked -> requireSet(asked.set, sets, chosen));
            Map<String, Evaluated.OfSet> figures = new LinkedHashMap<>();
            for (ExampleSet set : sets) {
                figures.put(set.name(), Evaluated.OfSet.of(set.examples().count(), network.evaluate(set.examples())));
            }
            predictions.ifPresent(
                    asked -> new PredictionFile(asked.file).write(network, requireSet(asked.set, sets, chosen)));
            return new Evaluated(
                    chosen.run().toString(),
                    chosen.folder().toString(),
                    chosen.why(),
                    network.epoch(),
                    network.step(),
                    name,
                    figures,
                    predictions.map(asked -> asked.file.toString()).orElse(""));
        }
    }

    private List<ExampleSet> sets(
            TrainedNetwork network, Dataset dataset, ChosenCheckpoint chosen, Consumer<String> log) {
        if (data.isEmpty()) {
            if (!network.data().equals(dataset.sha256())) {
                throw new DataException(chosen.run() + ": was taught with other data than " + dataset.name()
                        + " now has, by their SHA-256 in manifest.json; to evaluate it on what is there now, give"
                        + " --data " + dataset.name());
            }
            return ExampleSet.of(dataset, network.split(dataset));
        }
        requireFit(network, dataset, chosen, log);
        return ExampleSet.whole(dataset);
    }

    private static void requireFit(
            TrainedNetwork network, Dataset dataset, ChosenCheckpoint chosen, Consumer<String> log) {
        if (!network.classifies() && dataset.features() == network.features()) {
            return;
        }
        if (dataset.features() != network.features() || dataset.classes() > network.classes()) {
            throw new EvaluationException(dataset.name() + ": has inputs of " + dataset.features() + " numbers and "
                    + dataset.classes() + " classes, but the network of " + chosen.folder() + " takes "
                    + network.features() + " and knows " + network.classes() + "; give data like those of its run, "
                    + network.config().data().set());
        }
        if (dataset.classes() < network.classes()) {
            log.accept(dataset.name() + ": has only " + dataset.classes() + " of the network's " + network.classes()
                    + " classes");
        }
    }

    private static ExampleSet requireSet(String name, List<ExampleSet> sets, ChosenCheckpoint chosen) {
        return sets.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EvaluationException(chosen.run()
                        + ": there are no examples to predict in the set '"
                        + name + "'; there are "
                        + String.join(
                                " and ", sets.stream().map(ExampleSet::name).toList())));
    }
}
