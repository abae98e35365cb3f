package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * What makes one point better than another: the lower figure.
 *
 * @param figure that is compared
 * @param epoch at which it is taken
 */
public record ObjectiveConfig(
        @JsonProperty(defaultValue = "valid-error")
        @JsonPropertyDescription("What is to be low: valid-error in percent, or train-cost in nats an example.")
        Figure figure,

        @JsonProperty(defaultValue = "best")
        @JsonPropertyDescription("Taken at the last epoch, or at the one where it is best.")
        Epoch epoch) {
    private static final Components OWN = Components.of(ObjectiveConfig.class);

    public ObjectiveConfig {
        figure = OWN.resolve("figure", figure);
        epoch = OWN.resolve("epoch", epoch);
    }

    /** A column of metrics.csv. */
    public enum Figure {
        VALID_ERROR,
        TRAIN_COST;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }

    /** Of those that were evaluated. */
    public enum Epoch {
        LAST,
        BEST;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }

    /** In words: {@code valid-error at the best epoch}. */
    @Override
    public String toString() {
        return figure + " at the " + epoch + " epoch";
    }
}
