package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.Small;

/** What happened by the wall's clock happens again, on any number of threads. */
class ReplayCommandTest {
    @TempDir
    private Path folder;

    private Path run(String... overrides) throws IOException {
        Path run = folder.resolve("run");
        Outcome outcome = InProcess.somata(Stream.of(
                        Stream.of("run", Small.write(folder).toString(), "--out", run.toString(), "--quiet"),
                        Stream.of("--threads", "2"),
                        Stream.of(overrides).flatMap(set -> Stream.of("--set", set)))
                .flatMap(part -> part)
                .toArray(String[]::new));
        assertEquals("", outcome.out() + outcome.err());
        return run;
    }

    private String exported(Path run) throws IOException {
        Path file = folder.resolve(run.getFileName() + ".jsonl");
        Outcome outcome =
                InProcess.somata("trace", "export", run.toString(), "--format", "jsonl", "-o", file.toString());
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        return Files.readString(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "links={}",
                "links={forward: bits, feedback: sign, each: {2: {feedback-at: receiver}},"
                        + " up: {loss: 0.1, duplication: 0.1}, down: {loss: 0.1}, labels: {loss: 0.1}}"
            })
    void aRunByTheWallsClockIsRepeatedInEveryByte(String links) throws IOException {
        Path run = run("schedule={kind: asynchronous, clock: wall}", links);
        String wanted = exported(run);
        assertTrue(wanted.contains("\"type\""));
        for (int threads = 1; threads <= 4; threads *= 2) {
            Path again = folder.resolve("again-" + threads);
            Outcome outcome = InProcess.somata(
                    "replay", run.toString(), "--out", again.toString(), "--threads", "" + threads, "--quiet");
            assertEquals("", outcome.out() + outcome.err());
            assertEquals(Small.reproducible(run), Small.reproducible(again));
            assertEquals(wanted, exported(again));
        }
    }

    @Test
    void aRunInLockstepRunsAgain() throws IOException {
        Path run = run();
        Path again = folder.resolve("again");
        assertEquals(
                ExitStatus.DONE,
                InProcess.somata("replay", run.toString(), "--out", again.toString(), "--quiet")
                        .status());
        assertEquals(Small.reproducible(run), Small.reproducible(again));
    }

    @Test
    void withoutATraceNobodyKnowsWhatHappened() throws IOException {
        Path run = folder.resolve("run");
        Outcome first = InProcess.somata(
                "run",
                Small.write(folder).toString(),
                "--out",
                run.toString(),
                "--quiet",
                "--trace",
                "off",
                "--set",
                "schedule={kind: asynchronous, clock: wall}");
        assertEquals("", first.out() + first.err());
        Outcome outcome = InProcess.somata("replay", run.toString());
        assertEquals(ExitStatus.WRONG_USAGE, outcome.status());
        assertTrue(outcome.err().contains("trace"), outcome::err);
    }
}
