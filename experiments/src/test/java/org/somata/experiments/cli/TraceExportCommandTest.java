package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somata.experiments.Small;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.Trace;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class TraceExportCommandTest {
    private static final MadeUpTrace TRACE = MadeUpTrace.lockstep(3, 40);

    @TempDir
    private Path folder;

    /** The command on a trace that is no file's. */
    private Outcome export(Trace trace, String options) {
        TraceExportCommand command = new TraceExportCommand();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        line.parseArgs(Stream.of(("run -o " + file() + " " + options).trim().split(" +"))
                .toArray(String[]::new));
        command.export(trace);
        return new Outcome(0, out.toString(), err.toString());
    }

    private Path file() {
        return folder.resolve("out");
    }

    @Test
    void itSaysWhatItWrote() throws IOException {
        Outcome done = export(TRACE, "--format jsonl");
        assertEquals("jsonl: " + file() + ", 400 records, 0.1 MB\n", done.out());
        assertEquals("", done.err());
        assertEquals(400, Files.readAllLines(file()).size());
    }

    @Test
    void theWindowIsThatOfTheOptions() throws IOException {
        export(TRACE, "--format csv --from 12 --to 18 --layers 2 --every 3");
        List<String> rows = Files.readAllLines(file());
        assertEquals(1 + 4, rows.size(), "an activation, a target, two updates");
        assertTrue(rows.stream().skip(1).allMatch(row -> row.contains("layer-2")));
    }

    @Test
    void aBoundIsSaidWithWhatToDo() throws IOException {
        Outcome full = export(MadeUpTrace.lockstep(3, 2_000), "--format chrome --max-mb 1");
        assertTrue(Files.size(file()) <= 1_000_000);
        assertTrue(
                full.err()
                        .matches(
                                "somata: .*out: is full, as --max-mb 1 has it, and ends before what was done at time \\d+;"
                                        + " allow more, or choose with --from, --to, --layers and --every\n"),
                full::err);
    }

    @Test
    void whatTheTraceLacksIsSaid() {
        Trace damaged = new MadeUpTrace(
                TRACE.header(),
                TRACE.records(),
                List.of(new Trace.Gap("trace/0001, byte 77", "its checksum is wrong", 12)));
        assertEquals(
                "somata: trace/0001, byte 77: its checksum is wrong, so 12 records are not there to be exported\n",
                export(damaged, "--format perfetto").err());
        assertEquals(
                "somata: " + file() + ": has no records; the trace has none there\n",
                export(TRACE, "--format jsonl --from 100000 --force").err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--format xml | --format must be one of jsonl, csv, perfetto, chrome, not xml",
                "--format csv --from 7 --to 7 | --to must be later than --from, not 7 after 7",
                "--format csv --to 0 | --to must be later than --from, not 0",
                "--format csv --from -1 | --from must be 0 or more, not -1",
                "--format csv --layers 2..1 | --layers must be within 1..3, the lower one first, not 2..1",
                "--format csv --layers 0 | --layers must be within 1..3, the lower one first, not 0",
                "--format csv --layers 2..4 | --layers must be within 1..3, the lower one first, not 2..4",
                "--format csv --layers two | --layers must be like 2..4, or 2, not two",
                "--format csv --every 0 | --every must be 1 or more, not 0",
                "--format csv --max-mb 0 | --max-mb must be 1 or more, not 0"
            })
    void wrongOptionsAreRefused(String options, String message) {
        assertEquals(
                message,
                assertThrows(ParameterException.class, () -> export(TRACE, options))
                        .getMessage());
        assertFalse(Files.exists(file()));
    }

    @Test
    void theCommandLineReportsItAsAWrongUse() {
        Outcome none =
                InProcess.somata("trace", "export", folder.toString(), "--format", "jsonl", "-o", file().toString());
        assertEquals(ExitStatus.WRONG_USAGE, none.status());
        assertTrue(none.err().startsWith("somata: " + folder), none::err);
        Outcome missing = InProcess.somata("trace", "export", folder.toString());
        assertEquals(ExitStatus.WRONG_USAGE, missing.status());
        assertTrue(missing.err().contains("--format"), missing::err);
        Outcome word = InProcess.somata(
                "trace", "export", folder.toString(), "--format", "csv", "-o", file().toString(), "--from", "soon");
        assertEquals(ExitStatus.WRONG_USAGE, word.status());
        assertTrue(word.err().contains("--from"), word::err);
    }

    private Path traced(String name, String... options) throws IOException {
        Path run = folder.resolve(name);
        List<String> arguments =
                new ArrayList<>(List.of("run", Small.write(folder).toString(), "--out", run.toString(), "--quiet"));
        arguments.addAll(List.of(options));
        Outcome done = InProcess.somata(arguments);
        assertEquals(ExitStatus.DONE, done.status(), done::err);
        return run;
    }

    private byte[] exported(Path run, String format, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("trace", "export", run.toString(), "--format", format, "-o", file().toString(), "--force"));
        arguments.addAll(List.of(options));
        Outcome done = InProcess.somata(arguments);
        assertEquals(ExitStatus.DONE, done.status(), done::err);
        assertEquals("", done.err());
        return Files.readAllBytes(file());
    }

    @Test
    void aRunsExportsAreTheSameWhateverTheThreads() throws IOException {
        Path one = traced("one", "--trace", "metadata", "--threads", "1");
        Path two = traced("two", "--trace", "metadata", "--threads", "2");
        for (String format : List.of("jsonl", "csv", "perfetto", "chrome")) {
            assertArrayEquals(exported(one, format), exported(two, format), format);
            assertTrue(exported(one, format, "--wall").length > 1_000);
        }
        JsonNode result = new ObjectMapper().readTree(one.resolve("result.json").toFile());
        long sent = 0;
        long bits = 0;
        for (String line : new String(exported(one, "jsonl"), StandardCharsets.UTF_8).split("\n")) {
            JsonNode record = new ObjectMapper().readTree(line);
            if (record.get("type").asText().equals("message")
                    && !record.get("kind").asText().equals("label")) {
                sent++;
                bits += record.get("bits").asLong();
            }
        }
        assertEquals(result.get("messages").asLong(), sent);
        assertEquals(
                result.get("bits_forward").asLong()
                        + result.get("bits_feedback").asLong(),
                bits);
    }

    @Test
    void whatARunsMessagesCarriedIsTold() throws IOException {
        Path run = traced(
                "carried",
                "--trace",
                "payload",
                "--payload-steps",
                "2",
                "--set",
                "training.epochs=1",
                "--set",
                "links={forward: sign}");
        int whole = 0;
        for (String line : new String(exported(run, "jsonl", "--arrays"), StandardCharsets.UTF_8).split("\n")) {
            JsonNode record = new ObjectMapper().readTree(line);
            if (record.has("payload_values")) {
                whole++;
                assertEquals(2, record.get("presentation").asInt());
                assertEquals(
                        record.get("units").asInt() * record.get("batch").asInt(),
                        record.get("payload_values").size());
            }
        }
        assertTrue(whole > 0);
        assertTrue(exported(run, "csv").length < exported(run, "csv", "--arrays").length);
    }
}
