package org.somata.experiments.data;

import java.util.OptionalInt;
import org.somata.model.Examples;

/**
 * What a run trains on, chooses by and is tested on: views of a dataset, nothing is copied. {@code train} are the first
 * of the training set, {@code valid} the last of it, {@code test} the first of the test set.
 */
public record Split(Examples train, Examples valid, Examples test) {
    /**
     * A count left out takes all that remain: {@code train} all but the validation examples, {@code valid} all after
     * the training examples (none where both are left out), {@code test} the whole test set.
     *
     * @throws SplitException where the dataset has fewer, saying how many it has; or for a negative count or nothing to
     *     train on
     */
    public static Split of(Dataset dataset, OptionalInt train, OptionalInt valid, OptionalInt test) {
        int count = dataset.train().count();
        int validating = valid.orElse(train.isPresent() ? Math.max(0, count - train.getAsInt()) : 0);
        int training = train.orElse(count - validating);
        int testing = test.orElse(dataset.test().count());
        if (training < 1 || validating < 0 || testing < 0) {
            throw new SplitException("a split of " + training + " training, " + validating + " validation and "
                    + testing + " test examples: at least 1, 0 and 0 are needed (" + dataset.name() + " has " + count
                    + " for training and validation)");
        }
        if ((long) training + validating > count) {
            throw new SplitException(training + " training and " + validating + " validation examples are "
                    + ((long) training + validating) + ", but " + dataset.name() + " has " + count
                    + " for both; take fewer");
        }
        if (testing > dataset.test().count()) {
            throw new SplitException(testing + " test examples, but " + dataset.name() + " has "
                    + dataset.test().count() + "; take fewer");
        }
        return new Split(
                new ExampleRange(dataset.train(), 0, training),
                new ExampleRange(dataset.train(), count - validating, validating),
                new ExampleRange(dataset.test(), 0, testing));
    }
}
