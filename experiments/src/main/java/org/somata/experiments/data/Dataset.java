package org.somata.experiments.data;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.somata.model.Examples;

/**
 * A training set and a test set of like inputs and classes.
 *
 * @param shape of an input; the order of an image's numbers is channel by channel, row by row
 * @param sha256 of the uncompressed source files, by file name, in the names' order
 */
public record Dataset(String name, Examples train, Examples test, ImageShape shape, SortedMap<String, String> sha256) {
    public Dataset {
        if (train.features() != test.features() || train.classes() != test.classes()) {
            throw new DataException(name + ": training examples have " + train.features() + " numbers and "
                    + train.classes() + " classes, test examples " + test.features() + " and " + test.classes()
                    + "; the files do not belong together");
        }
        sha256 = Collections.unmodifiableSortedMap(new TreeMap<>(sha256));
    }

    Dataset(String name, Part train, Part test, Map<String, String> sha256) {
        this(name, train.examples(), test.examples(), train.shape(), new TreeMap<>(sha256));
    }

    /** Numbers in one input. */
    public int features() {
        return train.features();
    }

    /** Labels are 0 … classes − 1. */
    public int classes() {
        return train.classes();
    }

    /** A training or a test set as a reader found it. */
    record Part(Labelled examples, ImageShape shape, Map<String, String> sha256) {}
}
