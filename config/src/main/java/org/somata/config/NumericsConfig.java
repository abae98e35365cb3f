package org.somata.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * How the arithmetic is done.
 *
 * @param kernels implementation of the matrix products and element-wise functions
 */
public record NumericsConfig(
        @JsonProperty(defaultValue = "fused")
        @JsonPropertyDescription(
                "fused: BLAS and single loops, fast on a CPU; nd4j: ND4J's own operations, on whatever it runs on.")
        Kernels kernels) {
    private static final Components OWN = Components.of(NumericsConfig.class);

    public NumericsConfig {
        kernels = OWN.resolve("kernels", kernels);
    }

    /** An implementation of the arithmetic. */
    public enum Kernels {
        /** BLAS on the arrays' own memory, and single loops for the rest. */
        FUSED,
        /** ND4J's operations alone. */
        ND4J;

        @Override
        public String toString() {
            return Names.ofConstant(this);
        }
    }
}
