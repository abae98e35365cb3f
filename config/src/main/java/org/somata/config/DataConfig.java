package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.OptionalInt;

/**
 * Examples.
 *
 * @param set name of a known dataset, or a directory
 * @param train number of training examples, from the start of the training set, from 1; absent means all that remain
 *     beside {@code valid}
 * @param valid number of validation examples, the last of the training set, from 0
 * @param test number of test examples, from 1; absent means all
 * @param shuffle whether the seed gives each epoch an order of its own; otherwise the file's order
 */
public record DataConfig(
        @JsonProperty(required = true)
        @Spelling(pattern = "[^\\u0000-\\u001f]+", words = "the name of a dataset, or a directory")
        @JsonPropertyDescription("mnist, fashion-mnist, cifar10, mnist-slice, or a directory.")
        String set,

        @Range(min = 1)
        @JsonPropertyDescription("Training examples, from the start of the training set; all beside valid if left out.")
        OptionalInt train,

        @JsonProperty(defaultValue = "0")
        @Range(min = 0)
        @JsonPropertyDescription("Validation examples, the last of the training set.")
        Integer valid,

        @Range(min = 1) @JsonPropertyDescription("Test examples; all if left out.")
        OptionalInt test,

        @JsonProperty(defaultValue = "true")
        @JsonPropertyDescription("Whether each epoch has an order of its own, by the seed; false keeps the file's.")
        Boolean shuffle) {
    private static final Components OWN = Components.of(DataConfig.class);

    public DataConfig {
        set = OWN.resolve("set", set);
        train = OWN.resolve("train", train == null ? OptionalInt.empty() : train);
        valid = OWN.resolve("valid", valid);
        test = OWN.resolve("test", test == null ? OptionalInt.empty() : test);
        shuffle = OWN.resolve("shuffle", shuffle);
    }
}
