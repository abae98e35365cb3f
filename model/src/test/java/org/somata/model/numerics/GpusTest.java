package org.somata.model.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With an nvidia-smi that says what it is told to. */
@DisabledOnOs(OS.WINDOWS)
class GpusTest {
    @TempDir
    private Path folder;

    private Gpus ask(String script, String visible) throws IOException {
        Path program = Files.writeString(folder.resolve("smi"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Gpus.ask(program.toString(), visible);
    }

    @ParameterizedTest
    @CsvSource({
        "3.0, false",
        "3.5, false",
        "3.7, true",
        "5.0, true",
        "5.3, true",
        "6.1, true",
        "7.0, true",
        "7.5, true",
        "8.0, true",
        "8.6, true",
        "8.9, true",
        "9.0, false",
        "10.0, false",
        "12.0, false"
    })
    void aDeviceRunsCodeOfItsOwnMajorNumberAlone(String capability, boolean supported) {
        assertEquals(
                supported, Gpu.parse("NVIDIA X, " + capability).orElseThrow().supported());
    }

    @Test
    void aSupportedDeviceIsUsable() throws IOException {
        Gpus gpus = ask("echo 'NVIDIA A100-SXM4-40GB, 8.0'", null);
        assertTrue(gpus.usable());
        assertEquals("NVIDIA A100-SXM4-40GB (compute capability 8.0)", gpus.description());
    }

    @Test
    void hopperIsNamedAndRefused() throws IOException {
        Gpus gpus = ask("echo 'NVIDIA H200, 9.0'", null);
        assertFalse(gpus.usable());
        assertEquals(
                "NVIDIA H200 (compute capability 9.0) is not supported: ND4J's CUDA libraries have machine code for"
                        + " compute capabilities 3.7 to 8.6, which 8.9 runs too, and none for Hopper (9.0) and newer",
                gpus.description());
    }

    @Test
    void oneThatIsNotSupportedSpoilsTheOthersUnlessItIsHidden() throws IOException {
        String both = "case \"$*\" in *'-i 0') ;; *) echo 'NVIDIA H200, 9.0' ;; esac; echo 'NVIDIA A10, 8.6'";
        Gpus all = ask(both, null);
        assertFalse(all.usable());
        assertTrue(all.description().endsWith("; let CUDA_VISIBLE_DEVICES name the supported ones alone"));
        assertTrue(ask(both, "0").usable());
    }

    @Test
    void whereNothingIsFoundTheReasonIsTold() throws IOException {
        assertTrouble(Gpus.ask(folder.resolve("none").toString(), null), "there is no nvidia-smi, which");
        assertTrouble(ask("echo no driver; exit 9", null), "nvidia-smi failed (9) and said: no driver");
        assertTrouble(ask("echo 'A, [N/A]'", null), "nvidia-smi told no compute capability but: A, [N/A]");
        assertTrouble(ask("true", null), "nvidia-smi told no compute capability but: nothing");
        assertTrouble(ask("echo 'A, 8.0'", ""), "CUDA_VISIBLE_DEVICES hides all");
        assertTrouble(ask("echo 'A, 8.0'", "-1"), "CUDA_VISIBLE_DEVICES hides all");
    }

    private static void assertTrouble(Gpus gpus, String trouble) {
        assertFalse(gpus.usable());
        assertTrue(gpus.description().startsWith("no device was found ("), gpus::description);
        assertTrue(gpus.description().contains(trouble), gpus::description);
    }
}
