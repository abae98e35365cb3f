package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somata.experiments.Small;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.Timeless;
import org.somata.experiments.trace.TraceHeader;

class TraceOptionsTest {
    @TempDir
    private Path folder;

    private Path config;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        config = Small.write(folder);
        out = folder.resolve("run");
    }

    private Outcome run(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("run", config.toString(), "--out", out.toString(), "--quiet", "--set", "training.epochs=1"));
        arguments.addAll(List.of(options));
        return InProcess.somata(arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--trace all | --trace must be one of off, metadata, payload, not all",
                "--trace METADATA | --trace must be one of off, metadata, payload, not METADATA",
                "--trace | Missing required parameter for option '--trace' (off|metadata|payload)",
                "--trace metadata --engine loop | --trace: the plain loop sends no messages that could be recorded; leave --engine loop out",
                "--trace metadata --max-mb 0 | --max-mb must be at least 1, not 0",
                "--trace metadata --max-mb -5 | --max-mb must be at least 1, not -5",
                "--trace metadata --max-mb much | Invalid value for option '--max-mb'",
                "--max-mb 5 | --max-mb needs --trace metadata or --trace payload",
                "--payload-values 3 | --payload-values, --payload-steps and --payload-layers need --trace payload",
                "--trace metadata --payload-steps 3 | --payload-values, --payload-steps and --payload-layers need --trace",
                "--trace metadata --payload-layers 3 | --payload-values, --payload-steps and --payload-layers need --trace",
                "--trace payload --payload-values -1 | --payload-values must be at least 0, not -1",
                "--trace payload --payload-layers 2 | --payload-layers needs --payload-steps",
                "--trace payload --payload-steps x | --payload-steps must be a number or a range such as 3..5, not x",
                "--trace payload --payload-steps 3- | --payload-steps must be a number or a range such as 3..5, not 3-",
                "--trace payload --payload-steps 5..3 | --payload-steps must not end before it begins: 5..3",
                "--trace payload --payload-steps 1 --payload-layers 4..2 | --payload-layers must not end before it begins: 4..2",
                "--trace payload --payload-steps 99999999999 | --payload-steps must be a number or a range"
            })
    void aWrongOptionIsOneMessageAndStatus2AndLeavesNothing(String options, String message) {
        Outcome outcome = run(options.split(" "));
        assertEquals(ExitStatus.WRONG_USAGE, outcome.status(), outcome::err);
        assertTrue(outcome.err().startsWith("somata: "), outcome::err);
        assertTrue(outcome.err().contains(message), outcome::err);
        assertEquals(1, outcome.err().lines().count(), outcome::err);
        assertTrue(Files.notExists(out));
    }

    @Test
    void withoutItThereIsNoTraceAndNothingIsSaidOfOne() throws IOException {
        assertEquals(ExitStatus.DONE, run("--trace", "off").status());
        assertFalse(RecordedTrace.isIn(out));
        assertTrue(Files.notExists(out.resolve("trace")));
        assertFalse(Files.readString(out.resolve("manifest.json")).contains("\"trace\""));
    }

    @Test
    void whatIsRecordedIsWhatWasAskedFor() throws IOException {
        Outcome outcome = run("--trace", "payload", "--payload-values", "2", "--payload-steps", "4", "--max-mb", "9");
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        TraceHeader header = RecordedTrace.of(out).header();
        assertEquals(TraceHeader.Level.PAYLOAD, header.level());
        assertEquals(List.of(784, 12, 10, 8, 10), header.units());
        assertEquals(
                List.of("small", 1L, 40, 8L), List.of(header.name(), header.seed(), header.batch(), header.period()));
        Timeless.messages(out).forEach(message -> {
            boolean whole = message.payload().orElseThrow().values().isPresent();
            boolean wanted = message.presentation() == 4 && message.from() >= 0;
            assertEquals(wanted, whole, message::toString);
        });
        assertTrue(Files.readString(out.resolve("manifest.json")).contains("\"most_bytes\" : " + 9_000_000));
    }
}
