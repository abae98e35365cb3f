package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** In which order a sweep goes through its space. A file may give the bare name of a kind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = Names.KIND)
@JsonSubTypes({
    @JsonSubTypes.Type(value = SearchConfig.Random.class, name = "random"),
    @JsonSubTypes.Type(value = SearchConfig.Grid.class, name = "grid")
})
public sealed interface SearchConfig {
    /**
     * Points drawn from the space, each a function of this seed and its number.
     *
     * @param seed from 0
     */
    record Random(
            @JsonProperty(defaultValue = "1")
            @Range(min = 0)
            @JsonPropertyDescription("Decides the points; it is not the seed of their runs.")
            Long seed)
            implements SearchConfig {
        private static final Components OWN = Components.of(Random.class);

        public Random {
            seed = OWN.resolve("seed", seed);
        }
    }

    /** Every combination of values; those of the last key change fastest. */
    record Grid() implements SearchConfig {}
}
