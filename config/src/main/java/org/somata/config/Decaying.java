package org.somata.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A value that may fall during a run. A file may give the bare number of one that does not.
 *
 * @param value at the start, from 0
 * @param decay its course
 */
public record Decaying(
        @JsonProperty(required = true) @Range(min = 0) @JsonPropertyDescription("Value at the start.")
        double value,

        @JsonProperty(defaultValue = "constant") @JsonPropertyDescription("Course of the value.")
        DecayConfig decay) {
    private static final Components OWN = Components.of(Decaying.class);

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Decaying {
        OWN.resolve("value", value);
        decay = OWN.resolve("decay", decay);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Decaying constant(double value) {
        return new Decaying(value, new DecayConfig.Constant());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Decaying constant(long value) {
        return constant((double) value);
    }

    @JsonValue
    Object written() {
        return decay instanceof DecayConfig.Constant ? value : new Falling(value, decay);
    }

    /** Written in full; its component's type is what makes Jackson write the kind. */
    private record Falling(double value, DecayConfig decay) {}
}
