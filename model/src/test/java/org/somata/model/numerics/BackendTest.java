package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BackendTest {
    /** Actors are the parallelism. */
    @Test
    void aProductUsesOneNativeThread() {
        assertEquals("fused", Backend.fused().name());
        assertEquals("nd4j", Backend.nd4j().name());
        assertEquals(1, Backend.nativeThreads());
    }

    @Test
    void theDescriptionSaysWhatRunsTheNumbers() {
        String description = Backend.description();
        assertTrue(description.matches("CpuBackend \\d\\S+, OpenBLAS \\d\\S+"), description);
    }
}
