package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
        assertTrue(description.matches("CpuBackend \\d\\S+(, oneDNN \\d\\S+)?, OpenBLAS \\d\\S+"), description);
    }

    /** Small products and thin ones stay with BLAS, which is faster to call. */
    @Test
    void oneDnnTakesLargeProductsWhereItIsThere() {
        assertFalse(OneDnn.takes(100, 240, 10));
        assertEquals(OneDnn.isThere(), OneDnn.takes(100, 240, 240));
    }

    /** The tests are to try what users run: surefire sets the number of threads as the launcher does. */
    @Test
    void oneDnnIsThereOnLinux() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "skipped: oneDNN's machine code comes along for Linux on x86-64 alone");
        assertTrue(OneDnn.isThere());
    }
}
