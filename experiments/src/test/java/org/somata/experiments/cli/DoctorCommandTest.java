package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.runs.Fingerprint;

class DoctorCommandTest {
    @TempDir
    private Path temporary;

    /** A machine with Java alone on its path and an empty cache. */
    @Test
    void whatIsMissingIsNamedWithAWayToGetIt() throws IOException, InterruptedException {
        Outcome doctor = Somata.in(temporary).run("doctor");
        assertEquals(ExitStatus.DONE, doctor.status(), doctor::toString);
        assertEquals("", doctor.err());
        List<String> lines = doctor.out().lines().toList();
        for (String line : lines.subList(0, lines.size() - 1)) {
            assertTrue(line.matches("(ok     |missing)  [a-zA-Z][a-zA-Z0-9 -]{13} \\S.*"), line);
        }
        assertEquals("Everything required is there.", lines.get(lines.size() - 1));
        assertHas(doctor, "ok +Java +" + Runtime.version().feature() + "\\..*");
        assertHas(doctor, "ok +kernels +CpuBackend .*native threads: 1");
        assertHas(doctor, "ok +build +numerics.kernels: fused, nd4j; --backend: cpu.*");
        assertHas(doctor, "missing +CUDA device +for --backend cuda alone; no device was found .*3.7 to 8.6.*");
        assertHas(doctor, "(ok|missing) +CUDA libraries .*");
        assertHas(doctor, "ok +product +100 x 240 x 240: [0-9]+ GFLOP/s.*");
        assertHas(doctor, "ok +fingerprint +" + Fingerprint.here().hash() + " .*");
        assertHas(doctor, "ok +data cache +" + temporary.resolve("cache") + " \\(made when it is needed\\)");
        assertHas(doctor, "ok +mnist-slice +in the program");
        assertHas(doctor, "missing +mnist +get it: somata data fetch mnist .*");
        assertHas(doctor, "missing +Maven +install Maven 3.8 or later.*");
        assertHas(doctor, "missing +git +install git.*");
    }

    @Test
    void damagedDataAreNoOkay() throws IOException, InterruptedException {
        Path mnist = Files.createDirectories(temporary.resolve("cache/mnist"));
        Files.write(mnist.resolve("t10k-labels-idx1-ubyte"), new byte[] {0, 0, 8, 1});
        Outcome doctor = Somata.in(temporary).run("doctor");
        assertEquals(ExitStatus.DONE, doctor.status(), doctor::toString);
        assertHas(doctor, "missing +mnist +damaged; mend it: somata data fetch mnist");
    }

    /** Standard output is for other programs too, and ND4J tells of itself at length. */
    @ParameterizedTest
    @ValueSource(strings = {"doctor", "--version", "--help", "config schema"})
    void nothingIsLoggedToStandardOutput(String line) throws IOException, InterruptedException {
        Outcome outcome = Somata.in(temporary).run(line.split(" "));
        assertEquals("", outcome.err());
        assertTrue(
                outcome.out().lines().noneMatch(each -> each.matches(".*(INFO|WARN|DEBUG|SLF4J|logback).*")),
                outcome::out);
    }

    private static void assertHas(Outcome doctor, String line) {
        assertTrue(doctor.out().lines().anyMatch(each -> each.matches(line)), () -> line + "\n" + doctor.out());
    }
}
