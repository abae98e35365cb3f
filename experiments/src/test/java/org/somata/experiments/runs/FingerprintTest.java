package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void everyPartCounts() {
        List<Fingerprint> all = List.of(
                Fingerprint.of("a", "b", "c", "d", "e"),
                Fingerprint.of("x", "b", "c", "d", "e"),
                Fingerprint.of("a", "x", "c", "d", "e"),
                Fingerprint.of("a", "b", "x", "d", "e"),
                Fingerprint.of("a", "b", "c", "x", "e"),
                Fingerprint.of("a", "b", "c", "d", "x"),
                Fingerprint.of("ab", "", "c", "d", "e"));
        assertEquals(
                all.size(),
                all.stream().map(Fingerprint::hash).collect(Collectors.toSet()).size());
    }

    /** Fingerprints in old manifests must not lose their meaning. */
    @Test
    void theHashIsForEver() {
        assertEquals(
                "ac69f2f25a39346e7f4448c5f9c15eb05dfb41ecbdd4611c362169c3efbedbbc",
                Fingerprint.of("0.1.0", "vm", "Linux amd64", "cpu", "kernels").hash());
    }

    @Test
    void itIsTheSameWheneverItIsTaken() {
        Fingerprint here = Fingerprint.here();
        assertEquals(here, Fingerprint.here());
        assertTrue(here.kernels().contains("OpenBLAS"), here.kernels());
    }
}
