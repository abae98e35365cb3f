package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.OptionalInt;

/** The values that a sweep tries for one key. A file may give the bare list of a choice. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = Names.KIND)
@JsonSubTypes({
    @JsonSubTypes.Type(value = SpaceConfig.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = SpaceConfig.Uniform.class, name = "range"),
    @JsonSubTypes.Type(value = SpaceConfig.LogUniform.class, name = "log-uniform"),
    @JsonSubTypes.Type(value = SpaceConfig.Whole.class, name = "integer")
})
public sealed interface SpaceConfig {
    /** The value that chance picks, for a number from 0 to below 1. */
    Setting draw(double chance);

    /** How many values a grid takes; empty where it would have to be told. */
    OptionalInt size();

    /** The value of a grid, from 0 to below its {@link #size}. */
    Setting at(int index);

    /**
     * One of a list.
     *
     * @param values of any kind
     */
    record Choice(
            @JsonProperty(required = true) @Range(min = 1) @JsonPropertyDescription("The values to choose from.")
            List<Setting> values)
            implements SpaceConfig {
        private static final Components OWN = Components.of(Choice.class);

        public Choice {
            values = List.copyOf(OWN.resolve("values", values));
        }

        @Override
        public Setting draw(double chance) {
            return values.get((int) (chance * values.size()));
        }

        @Override
        public OptionalInt size() {
            return OptionalInt.of(values.size());
        }

        @Override
        public Setting at(int index) {
            return values.get(index);
        }
    }

    /**
     * Numbers of a range, all alike.
     *
     * @param from the smallest
     * @param to the largest, above {@code from}
     * @param steps how many values to try, evenly spaced with both ends; absent means any between
     */
    record Uniform(
            @JsonProperty(required = true) @JsonPropertyDescription("The smallest value.")
            double from,

            @JsonProperty(required = true) @JsonPropertyDescription("The largest value.")
            double to,

            @Range(min = 2)
            @JsonPropertyDescription("How many values, evenly spaced with both ends; any between if left out.")
            OptionalInt steps)
            implements SpaceConfig {
        private static final Components OWN = Components.of(Uniform.class);

        public Uniform {
            steps = OWN.resolve("steps", steps == null ? OptionalInt.empty() : steps);
            Between.requireSome(from, to);
        }

        @Override
        public Setting draw(double chance) {
            return between().draw(chance);
        }

        @Override
        public OptionalInt size() {
            return steps;
        }

        @Override
        public Setting at(int index) {
            return between().at(index);
        }

        private Between between() {
            // not from + share · (to − from), which may overflow
            return new Between(from, to, steps, share -> (1 - share) * from + share * to);
        }
    }

    /**
     * Positive numbers of a range, all orders of magnitude alike.
     *
     * @param from the smallest, above 0
     * @param to the largest, above {@code from}
     * @param steps how many values to try, evenly spaced in their logarithms with both ends; absent means any between
     */
    record LogUniform(
            @JsonProperty(required = true) @Range(above = 0) @JsonPropertyDescription("The smallest value.")
            double from,

            @JsonProperty(required = true) @Range(above = 0) @JsonPropertyDescription("The largest value.")
            double to,

            @Range(min = 2)
            @JsonPropertyDescription(
                    "How many values, evenly spaced in their logarithms with both ends; any between if left out.")
            OptionalInt steps)
            implements SpaceConfig {
        private static final Components OWN = Components.of(LogUniform.class);

        public LogUniform {
            OWN.resolve("from", from);
            OWN.resolve("to", to);
            steps = OWN.resolve("steps", steps == null ? OptionalInt.empty() : steps);
            Between.requireSome(from, to);
        }

        @Override
        public Setting draw(double chance) {
            return between().draw(chance);
        }

        @Override
        public OptionalInt size() {
            return steps;
        }

        @Override
        public Setting at(int index) {
            return between().at(index);
        }

        private Between between() {
            return new Between(
                    from,
                    to,
                    steps,
                    share -> StrictMath.exp((1 - share) * StrictMath.log(from) + share * StrictMath.log(to)));
        }
    }

    /**
     * Whole numbers of a range, all alike.
     *
     * @param from the smallest
     * @param to the largest, not below {@code from}
     * @param step from one to the next, from 1
     */
    record Whole(
            @JsonProperty(required = true) @JsonPropertyDescription("The smallest value.")
            int from,

            @JsonProperty(required = true) @JsonPropertyDescription("The largest value.")
            int to,

            @JsonProperty(defaultValue = "1") @Range(min = 1) @JsonPropertyDescription("From one value to the next.")
            Integer step)
            implements SpaceConfig {
        private static final Components OWN = Components.of(Whole.class);

        public Whole {
            step = OWN.resolve("step", step);
            if (to < from) {
                throw new Problem("to", "is " + to + ", below from, which is " + from + "; give a larger one");
            }
            if (((long) to - from) / step >= Integer.MAX_VALUE) {
                throw new Problem(
                        "to", "is " + to + ", too far above from for its numbers to be counted; give a smaller one");
            }
        }

        @Override
        public Setting draw(double chance) {
            return at((int) (chance * size().getAsInt()));
        }

        @Override
        public OptionalInt size() {
            return OptionalInt.of((int) (((long) to - from) / step) + 1);
        }

        @Override
        public Setting at(int index) {
            return Setting.of(from + (long) index * step);
        }
    }
}
