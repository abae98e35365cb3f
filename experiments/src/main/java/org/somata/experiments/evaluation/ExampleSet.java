package org.somata.experiments.evaluation;

import java.util.List;
import org.somata.experiments.data.Dataset;
import org.somata.experiments.data.Split;
import org.somata.model.Examples;

/**
 * Examples that are evaluated together.
 *
 * @param name train, valid or test
 * @param first where the first of them stands in the dataset's training or test set, from 0
 */
record ExampleSet(String name, Examples examples, int first) {
    static final String TRAIN = "train";
    static final String VALID = "valid";
    static final String TEST = "test";

    /** The sets of a run that are not empty. */
    static List<ExampleSet> of(Dataset dataset, Split split) {
        int beforeValid = dataset.train().count() - split.valid().count();
        return List.of(
                        new ExampleSet(TRAIN, split.train(), 0),
                        new ExampleSet(VALID, split.valid(), beforeValid),
                        new ExampleSet(TEST, split.test(), 0))
                .stream()
                .filter(set -> set.examples.count() > 0)
                .toList();
    }

    /** The whole training set and the whole test set. */
    static List<ExampleSet> whole(Dataset dataset) {
        return List.of(new ExampleSet(TRAIN, dataset.train(), 0), new ExampleSet(TEST, dataset.test(), 0));
    }
}
