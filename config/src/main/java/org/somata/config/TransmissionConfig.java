package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the values of a layer are sent as. A file may give the bare name of a kind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = Names.KIND)
@JsonSubTypes({
    @JsonSubTypes.Type(value = TransmissionConfig.Real.class, name = "real"),
    @JsonSubTypes.Type(value = TransmissionConfig.Sign.class, name = "sign"),
    @JsonSubTypes.Type(value = TransmissionConfig.Bits.class, name = "bits")
})
public sealed interface TransmissionConfig {
    /** Numbers, 32 bits a unit. */
    record Real() implements TransmissionConfig {}

    /**
     * One bit a unit, high if its value is above 0: sign(h) of Eqs. 29 and 31.
     *
     * @param levels that the receiver takes the bit for
     */
    record Sign(
            @JsonProperty(defaultValue = "zero-one")
            @JsonPropertyDescription("Levels of a low and a high bit: 0 and 1 as in the paper, or -1 and 1.")
            Levels levels)
            implements TransmissionConfig {
        private static final Components OWN = Components.of(Sign.class);

        public Sign {
            levels = OWN.resolve("levels", levels);
        }
    }

    /**
     * One bit a unit, drawn by the sender: sample(p) of Eq. 33 for sigmoid units, received as 0 or 1, and of
     * p = (h + 1)/2 for tanh units, received as −1 or 1. Targets are clamped to the units' range first.
     */
    record Bits() implements TransmissionConfig {}

    /** What a low and a high bit stand for. */
    enum Levels {
        /** 0 and 1, the paper's. */
        ZERO_ONE,
        /** −1 and 1, the authors' code's. */
        PLUS_MINUS_ONE;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }
}
